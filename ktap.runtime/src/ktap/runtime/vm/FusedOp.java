package ktap.runtime.vm;

import ktap.runtime.bytecode.Instruction;
import ktap.runtime.bytecode.Op;

/**
 * Opcodes that exist only inside the interpreter: each does the work of two instructions that compilers often put
 * behind each other, so that the loop goes round once. The second instruction stays where it is, for jumps to it. Their
 * numbers are none of {@link Op}; the verifier lets none of them into a chunk.
 */
final class FusedOp {
    /** {@code LOADINT}, and an {@code ADD} of that integer. */
    static final int LOADINT_ADD = 57;
    /** {@code LOADINT}, and a {@code SUB} of that integer. */
    static final int LOADINT_SUB = 58;
    /** {@code LOADINT}, and a {@code MOD} by that integer. */
    static final int LOADINT_MOD = 59;
    /** {@code LOADINT}, and a {@code TESTLT} against that integer with the {@code JUMP} behind it. */
    static final int LOADINT_TESTLT = 60;

    private FusedOp() {
    }

    /** Puts fused opcodes in the place of the first instruction of each such pair. */
    static int[] fuse(int[] words) {
        for (int i = 0; i + 1 < words.length; i++) {
            if (Instruction.code(words[i]) == Op.LOADINT) {
                int code = fused(Instruction.a(words[i]), words[i + 1]);
                words[i] = words[i] & ~0xff | code;
            }
        }
        return words;
    }

    private static int fused(int loaded, int second) {
        return switch (Instruction.code(second)) {
            case Op.ADD -> Instruction.c(second) == loaded ? LOADINT_ADD : Op.LOADINT;
            case Op.SUB -> Instruction.c(second) == loaded ? LOADINT_SUB : Op.LOADINT;
            case Op.MOD -> Instruction.c(second) == loaded ? LOADINT_MOD : Op.LOADINT;
            case Op.TESTLT -> Instruction.b(second) == loaded ? LOADINT_TESTLT : Op.LOADINT;
            default -> Op.LOADINT;
        };
    }
}
