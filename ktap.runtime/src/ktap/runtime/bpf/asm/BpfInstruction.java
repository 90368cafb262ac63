package ktap.runtime.bpf.asm;

/**
 * One eBPF instruction as a value. Jump targets are indices into the list of instructions, not slots; maps are named,
 * and become descriptors only when the code is encoded.
 */
public sealed interface BpfInstruction {

    /** The number of 8-byte slots that the encoded instruction takes. */
    default int slots() {
        return this instanceof LoadConstant || this instanceof LoadMap || this instanceof LoadMapValue ? 2 : 1;
    }

    /** {@code target op= source}; {@code wide}: 64 bits, else 32 with the upper half cleared. */
    record Alu(AluOperation operation, boolean wide, Register target, Register source) implements BpfInstruction {
    }

    /** {@code target op= immediate}; the immediate is sign-extended for 64 bits. */
    record AluImmediate(AluOperation operation, boolean wide, Register target, int immediate)
            implements BpfInstruction {
    }

    /** {@code target = *(width *)(base + offset)}, zero-extended. */
    record Load(Width width, Register target, Register base, short offset) implements BpfInstruction {
    }

    /** {@code *(width *)(base + offset) = source}. */
    record Store(Width width, Register base, short offset, Register source) implements BpfInstruction {
    }

    /** {@code *(width *)(base + offset) = immediate}. */
    record StoreImmediate(Width width, Register base, short offset, int immediate) implements BpfInstruction {
    }

    /** {@code *(width *)(base + offset) += source}, atomically; the width is WORD or DOUBLE. */
    record AtomicAdd(Width width, Register base, short offset, Register source) implements BpfInstruction {
    }

    /** {@code if left condition right goto target}. */
    record Jump(Condition condition, boolean wide, Register left, Register right, int target)
            implements BpfInstruction {
    }

    /** {@code if left condition immediate goto target}. */
    record JumpImmediate(Condition condition, boolean wide, Register left, int immediate, int target)
            implements BpfInstruction {
    }

    /** {@code goto target}. */
    record Goto(int target) implements BpfInstruction {
    }

    /** Calls a helper with R1 to R5; the result is in R0. */
    record Call(Helper helper) implements BpfInstruction {
    }

    /** Ends the program with R0 as its result. */
    record Exit() implements BpfInstruction {
    }

    /** {@code target = value}, 64 bits. */
    record LoadConstant(Register target, long value) implements BpfInstruction {
    }

    /** {@code target = } the map, to be given to a helper. */
    record LoadMap(Register target, String map) implements BpfInstruction {
    }

    /** {@code target = } the address of the only element of an array map, plus {@code offset}. */
    record LoadMapValue(Register target, String map, int offset) implements BpfInstruction {
    }
}
