package ktap.runtime.bpf.asm;

import java.util.ArrayList;
import java.util.List;

/** Puts code together. Methods append one instruction each and return the assembler. Not thread-safe. */
public final class BpfAssembler {

    /** A place in the code that jumps can name before it is known. */
    public static final class Label {
        private static final int UNPLACED = -1;
        private int index = UNPLACED;

        private Label() {
        }
    }

    private interface Pending {
        BpfInstruction resolve();
    }

    private final List<Pending> code = new ArrayList<>();

    /** A new label, to be {@linkplain #place placed} once. */
    public Label label() {
        return new Label();
    }

    /** Puts the label before the next instruction. */
    public BpfAssembler place(Label label) {
        if (label.index != Label.UNPLACED) {
            throw new IllegalStateException("The label has its place already");
        }
        label.index = code.size();
        return this;
    }

    public BpfAssembler move(Register target, Register source) {
        return alu(AluOperation.MOVE, target, source);
    }

    public BpfAssembler move(Register target, int immediate) {
        return alu(AluOperation.MOVE, target, immediate);
    }

    /** A 64-bit operation. */
    public BpfAssembler alu(AluOperation operation, Register target, Register source) {
        return add(new BpfInstruction.Alu(operation, true, target, source));
    }

    /** A 64-bit operation. */
    public BpfAssembler alu(AluOperation operation, Register target, int immediate) {
        return add(new BpfInstruction.AluImmediate(operation, true, target, immediate));
    }

    /** A 32-bit operation that clears the upper half of the target. */
    public BpfAssembler alu32(AluOperation operation, Register target, int immediate) {
        return add(new BpfInstruction.AluImmediate(operation, false, target, immediate));
    }

    public BpfAssembler load(Width width, Register target, Register base, int offset) {
        return add(new BpfInstruction.Load(width, target, base, checked(offset)));
    }

    public BpfAssembler store(Width width, Register base, int offset, Register source) {
        return add(new BpfInstruction.Store(width, base, checked(offset), source));
    }

    public BpfAssembler store(Width width, Register base, int offset, int immediate) {
        return add(new BpfInstruction.StoreImmediate(width, base, checked(offset), immediate));
    }

    public BpfAssembler atomicAdd(Width width, Register base, int offset, Register source) {
        return add(new BpfInstruction.AtomicAdd(width, base, checked(offset), source));
    }

    /** A jump on a 64-bit comparison. */
    public BpfAssembler jump(Condition condition, Register left, Register right, Label target) {
        code.add(() -> new BpfInstruction.Jump(condition, true, left, right, indexOf(target)));
        return this;
    }

    /** A jump on a 64-bit comparison with a sign-extended constant. */
    public BpfAssembler jump(Condition condition, Register left, int immediate, Label target) {
        code.add(() -> new BpfInstruction.JumpImmediate(condition, true, left, immediate, indexOf(target)));
        return this;
    }

    public BpfAssembler jump(Label target) {
        code.add(() -> new BpfInstruction.Goto(indexOf(target)));
        return this;
    }

    public BpfAssembler call(Helper helper) {
        return add(new BpfInstruction.Call(helper));
    }

    public BpfAssembler exit() {
        return add(new BpfInstruction.Exit());
    }

    public BpfAssembler loadConstant(Register target, long value) {
        return add(new BpfInstruction.LoadConstant(target, value));
    }

    public BpfAssembler loadMap(Register target, String map) {
        return add(new BpfInstruction.LoadMap(target, map));
    }

    public BpfAssembler loadMapValue(Register target, String map, int offset) {
        return add(new BpfInstruction.LoadMapValue(target, map, offset));
    }

    /** The code so far; every label that a jump names must have its place. */
    public BpfCode toCode() {
        return new BpfCode(code.stream().map(Pending::resolve).toList());
    }

    private BpfAssembler add(BpfInstruction instruction) {
        code.add(() -> instruction);
        return this;
    }

    private int indexOf(Label label) {
        if (label.index == Label.UNPLACED || label.index >= code.size()) {
            throw new IllegalStateException("A jump names a label that has no instruction");
        }
        return label.index;
    }

    private static short checked(int offset) {
        if (offset != (short) offset) {
            throw new IllegalArgumentException("Offset " + offset + " does not fit 16 bits");
        }
        return (short) offset;
    }
}
