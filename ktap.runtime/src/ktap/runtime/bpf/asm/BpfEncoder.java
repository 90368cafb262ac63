package ktap.runtime.bpf.asm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes code as the kernel reads it (struct bpf_insn of linux/bpf.h). */
public final class BpfEncoder {
    private static final int CLASS_LD = 0x00;
    private static final int CLASS_LDX = 0x01;
    private static final int CLASS_ST = 0x02;
    private static final int CLASS_STX = 0x03;
    private static final int CLASS_ALU = 0x04;
    private static final int CLASS_JMP = 0x05;
    private static final int CLASS_JMP32 = 0x06;
    private static final int CLASS_ALU64 = 0x07;
    private static final int MODE_MEM = 0x60;
    private static final int MODE_ATOMIC = 0xc0;
    private static final int SOURCE_REGISTER = 0x08;
    private static final int OP_CALL = 0x80;
    private static final int OP_EXIT = 0x90;
    private static final int PSEUDO_MAP_FD = 1;
    private static final int PSEUDO_MAP_VALUE = 2;

    private final BpfCode code;
    private final int[] slots;
    private final ToIntFunction<String> mapDescriptor;
    private final ByteBuffer out;

    private BpfEncoder(BpfCode code, ToIntFunction<String> mapDescriptor, ByteOrder order) {
        this.code = code;
        this.slots = code.slots();
        this.mapDescriptor = mapDescriptor;
        this.out = ByteBuffer.allocate(8 * slots[slots.length - 1]).order(order);
    }

    /**
     * @param mapDescriptor gives the file descriptor of a map by its name
     * @param order the target's
     * @throws IllegalArgumentException if a jump is too far
     */
    public static byte[] encode(BpfCode code, ToIntFunction<String> mapDescriptor, ByteOrder order) {
        BpfEncoder encoder = new BpfEncoder(code, mapDescriptor, order);
        List<BpfInstruction> instructions = code.instructions();
        for (int i = 0; i < instructions.size(); i++) {
            encoder.put(i, instructions.get(i));
        }
        return encoder.out.array();
    }

    private void put(int index, BpfInstruction instruction) {
        switch (instruction) {
            case BpfInstruction.Alu(var op, var wide, var target, var source) ->
                slot((wide ? CLASS_ALU64 : CLASS_ALU) | op.code() | SOURCE_REGISTER, target, source.ordinal(), 0, 0);
            case BpfInstruction.AluImmediate(var op, var wide, var target, var immediate) ->
                slot((wide ? CLASS_ALU64 : CLASS_ALU) | op.code(), target, 0, 0, immediate);
            case BpfInstruction.Load(var width, var target, var base, var offset) ->
                slot(CLASS_LDX | MODE_MEM | width.code(), target, base.ordinal(), offset, 0);
            case BpfInstruction.Store(var width, var base, var offset, var source) ->
                slot(CLASS_STX | MODE_MEM | width.code(), base, source.ordinal(), offset, 0);
            case BpfInstruction.StoreImmediate(var width, var base, var offset, var immediate) ->
                slot(CLASS_ST | MODE_MEM | width.code(), base, 0, offset, immediate);
            case BpfInstruction.AtomicAdd(var width, var base, var offset, var source) ->
                slot(CLASS_STX | MODE_ATOMIC | width.code(), base, source.ordinal(), offset, 0);
            case BpfInstruction.Jump(var condition, var wide, var left, var right, var target) ->
                slot((wide ? CLASS_JMP : CLASS_JMP32) | condition.code() | SOURCE_REGISTER, left, right.ordinal(),
                        distance(index, target), 0);
            case BpfInstruction.JumpImmediate(var condition, var wide, var left, var immediate, var target) ->
                slot((wide ? CLASS_JMP : CLASS_JMP32) | condition.code(), left, 0, distance(index, target), immediate);
            case BpfInstruction.Goto(var target) -> slot(CLASS_JMP, Register.R0, 0, distance(index, target), 0);
            case BpfInstruction.Call(var helper) ->
                slot(CLASS_JMP | OP_CALL, Register.R0, 0, 0, helper.number());
            case BpfInstruction.Exit() -> slot(CLASS_JMP | OP_EXIT, Register.R0, 0, 0, 0);
            case BpfInstruction.LoadConstant(var target, var value) ->
                wide(target, 0, (int) value, (int) (value >>> 32));
            case BpfInstruction.LoadMap(var target, var map) ->
                wide(target, PSEUDO_MAP_FD, mapDescriptor.applyAsInt(map), 0);
            case BpfInstruction.LoadMapValue(var target, var map, var offset) ->
                wide(target, PSEUDO_MAP_VALUE, mapDescriptor.applyAsInt(map), offset);
        }
    }

    private int distance(int from, int to) {
        int distance = slots[to] - slots[from] - 1;
        if (distance != (short) distance) {
            throw new IllegalArgumentException("The jump at " + from + " to " + to + " is too far");
        }
        return distance;
    }

    private void wide(Register target, int source, int low, int high) {
        slot(CLASS_LD | Width.DOUBLE.code(), target, source, 0, low);
        slot(0, Register.R0, 0, 0, high);
    }

    private void slot(int opcode, Register target, int source, int offset, int immediate) {
        // The two register fields are bit fields of one byte, whose order follows the byte order.
        int registers = out.order() == ByteOrder.LITTLE_ENDIAN
                ? source << 4 | target.ordinal() : target.ordinal() << 4 | source;
        out.put((byte) opcode).put((byte) registers).putShort((short) offset).putInt(immediate);
    }
}
