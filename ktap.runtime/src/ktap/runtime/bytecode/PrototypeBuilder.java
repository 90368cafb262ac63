package ktap.runtime.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the instructions, constants and debug information of one function. Not thread-safe. Registers are the
 * caller's business; {@link #touch} records the largest one.
 */
public final class PrototypeBuilder {
    /** The largest number of registers that a function may use. */
    public static final int MAX_REGISTERS = 250;

    private final String name;
    private final int firstLine;
    private final int parameters;
    private final boolean vararg;
    private final List<Integer> code = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<Constant, Integer> constants = new LinkedHashMap<>();
    private final List<UpvalueSource> upvalues = new ArrayList<>();
    private final List<LocalVariable> locals = new ArrayList<>();
    private final List<Prototype> children = new ArrayList<>();
    private int registers;
    private int line;

    public PrototypeBuilder(String name, int firstLine, int parameters) {
        this(name, firstLine, parameters, false);
    }

    /** @param vararg whether the function takes any number of arguments behind its parameters */
    public PrototypeBuilder(String name, int firstLine, int parameters, boolean vararg) {
        this.name = name;
        this.firstLine = firstLine;
        this.line = firstLine;
        this.parameters = parameters;
        this.vararg = vararg;
        this.registers = Math.max(1, parameters);
    }

    /** Sets the script's line for the instructions that follow. */
    public void line(int newLine) {
        line = newLine;
    }

    /** Records that the function uses this register. */
    public void touch(int register) {
        registers = Math.max(registers, register + 1);
    }

    /** How many registers are in use so far. */
    public int registers() {
        return registers;
    }

    /** The index that the next instruction will have. */
    public int position() {
        return code.size();
    }

    /** Appends an {@linkplain Instruction encoded} instruction and returns its index. */
    public int emit(int word) {
        code.add(word);
        lines.add(line);
        return code.size() - 1;
    }

    /** Appends an instruction of format {@link Opcode.Format#ABC}. */
    public int emit(Opcode opcode, int a, int b, int c) {
        return emit(Instruction.abc(opcode, a, b, c));
    }

    /** Appends an instruction of format {@link Opcode.Format#ABX}. */
    public int emit(Opcode opcode, int a, int bx) {
        return emit(Instruction.abx(opcode, a, bx));
    }

    /**
     * Appends a jump whose target is given later with {@link #patch}: the register is for the opcodes that have one.
     */
    public int emitJump(Opcode opcode, int register) {
        return emit(opcode.format() == Opcode.Format.AX ? Instruction.ax(opcode, 0)
                : Instruction.abx(opcode, register, 0));
    }

    /**
     * Sets the target of the jump at {@code index}.
     *
     * @throws IllegalArgumentException if it is too far away for the instruction
     */
    public void patch(int index, int target) {
        int word = code.get(index);
        Opcode opcode = Opcode.of(Instruction.code(word)).orElseThrow();
        int distance = target - index - 1;
        code.set(index, opcode.format() == Opcode.Format.AX ? Instruction.ax(opcode, distance)
                : Instruction.abx(opcode, Instruction.a(word), distance));
    }

    /** The index of a constant, which is added if it is new. */
    public int constant(Constant constant) {
        return constants.computeIfAbsent(constant, added -> constants.size());
    }

    /** Adds an upvalue and returns its index. */
    public int upvalue(UpvalueSource source) {
        upvalues.add(source);
        return upvalues.size() - 1;
    }

    public void local(LocalVariable variable) {
        locals.add(variable);
    }

    /** Adds the prototype of an inner function and returns its index. */
    public int child(Prototype prototype) {
        children.add(prototype);
        return children.size() - 1;
    }

    public Prototype build(int lastLine) {
        return new Prototype(name, firstLine, lastLine, parameters, vararg, registers, toArray(code),
                toArray(lines), List.copyOf(constants.keySet()), upvalues, locals, children);
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
