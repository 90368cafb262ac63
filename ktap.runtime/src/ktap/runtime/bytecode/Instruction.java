package ktap.runtime.bytecode;

/**
 * The encoding of an instruction in a 32-bit word: the opcode in bits 0 to 7, then, by {@link Opcode.Format}, either A
 * (8 to 15), B (16 to 23) and C (24 to 31), or A and a 16-bit Bx (16 to 31), or a 24-bit Ax (8 to 31). Wide operands of
 * opcodes that {@linkplain Opcode#isSigned() say so} are signed, in two's complement.
 */
public final class Instruction {
    /** The largest value of A, B and C, and so the largest register number that an instruction can name. */
    public static final int MAX_NARROW = 0xff;
    /** The largest value of an unsigned Bx. */
    public static final int MAX_WIDE = 0xffff;
    /** The largest distance of a jump with Ax, forwards; backwards it is one more. */
    public static final int MAX_JUMP = 0x7fffff;

    private Instruction() {
    }

    /** Encodes an instruction of format {@link Opcode.Format#ABC}. */
    public static int abc(Opcode opcode, int a, int b, int c) {
        require(opcode.format() == Opcode.Format.ABC, opcode, "does not take three operands");
        require(fits(a, 0, MAX_NARROW) && fits(b, 0, MAX_NARROW) && fits(c, 0, MAX_NARROW), opcode,
                "operand out of range");
        return opcode.code() | a << 8 | b << 16 | c << 24;
    }

    /** Encodes an instruction of format {@link Opcode.Format#ABX}. */
    public static int abx(Opcode opcode, int a, int bx) {
        require(opcode.format() == Opcode.Format.ABX, opcode, "does not take a wide operand");
        boolean wide = opcode.isSigned() ? fits(bx, Short.MIN_VALUE, Short.MAX_VALUE) : fits(bx, 0, MAX_WIDE);
        require(fits(a, 0, MAX_NARROW) && wide, opcode, "operand out of range");
        return opcode.code() | a << 8 | bx << 16;
    }

    /** Encodes an instruction of format {@link Opcode.Format#AX}. */
    public static int ax(Opcode opcode, int ax) {
        require(opcode.format() == Opcode.Format.AX, opcode, "takes other operands");
        require(fits(ax, -MAX_JUMP - 1, MAX_JUMP), opcode, "operand out of range");
        return opcode.code() | ax << 8;
    }

    /** The code of the opcode, which need not be a valid one. */
    public static int code(int word) {
        return word & 0xff;
    }

    public static int a(int word) {
        return word >>> 8 & 0xff;
    }

    public static int b(int word) {
        return word >>> 16 & 0xff;
    }

    public static int c(int word) {
        return word >>> 24;
    }

    /** The wide operand, unsigned. */
    public static int bx(int word) {
        return word >>> 16;
    }

    /** The wide operand, signed. */
    public static int sbx(int word) {
        return word >> 16;
    }

    /** The widest operand, signed. */
    public static int ax(int word) {
        return word >> 8;
    }

    private static boolean fits(int value, int low, int high) {
        return low <= value && value <= high;
    }

    private static void require(boolean holds, Opcode opcode, String message) {
        if (!holds) {
            throw new IllegalArgumentException(opcode + " " + message);
        }
    }
}
