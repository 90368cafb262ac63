package ktap.runtime.bpf.asm;

/** An arithmetic operation on a register (linux/bpf_common.h and linux/bpf.h). Division and modulo are unsigned. */
public enum AluOperation {
    ADD(0x00, "+="), SUBTRACT(0x10, "-="), MULTIPLY(0x20, "*="), DIVIDE(0x30, "/="), OR(0x40, "|="), AND(0x50, "&="),
    SHIFT_LEFT(0x60, "<<="), SHIFT_RIGHT(0x70, ">>="), MODULO(0x90, "%="), XOR(0xa0, "^="), MOVE(0xb0, "="),
    SHIFT_RIGHT_SIGNED(0xc0, "s>>=");

    private final int code;
    private final String text;

    AluOperation(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    @Override
    public String toString() {
        return text;
    }
}
