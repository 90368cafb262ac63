package ktap.runtime.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The code of one function of a script: an immutable value. A prototype that has not passed the {@link ChunkVerifier}
 * may hold anything.
 */
public final class Prototype {
    private final String name;
    private final int firstLine;
    private final int lastLine;
    private final int parameters;
    private final boolean vararg;
    private final int registers;
    private final int[] code;
    private final int[] lines;
    private final List<Constant> constants;
    private final List<UpvalueSource> upvalues;
    private final List<LocalVariable> locals;
    private final List<Prototype> children;

    /**
     * @param name the function's name for messages: {@code main chunk}, a declared name, or {@code anonymous}
     * @param firstLine the line of the script where the function starts, from 1; 0 if not known
     * @param lastLine the line where it ends; 0 if not known
     * @param parameters how many parameters it declares; they are its first registers
     * @param vararg whether it takes further arguments, which are read by {@code VARARGS} and {@code VARARGSOPEN}
     * @param registers how many registers a call of it needs, 1 to 250
     * @param code the {@linkplain Instruction instructions}
     * @param lines the script's line for each instruction, or nothing in a stripped chunk
     * @throws IllegalArgumentException if there are lines, but not one for each instruction
     */
    public Prototype(String name, int firstLine, int lastLine, int parameters, boolean vararg, int registers,
            int[] code, int[] lines, List<Constant> constants, List<UpvalueSource> upvalues,
            List<LocalVariable> locals, List<Prototype> children) {
        if (lines.length != 0 && lines.length != code.length) {
            throw new IllegalArgumentException(lines.length + " lines for " + code.length + " instructions");
        }
        this.name = Objects.requireNonNull(name);
        this.firstLine = firstLine;
        this.lastLine = lastLine;
        this.parameters = parameters;
        this.vararg = vararg;
        this.registers = registers;
        this.code = code.clone();
        this.lines = lines.clone();
        this.constants = List.copyOf(constants);
        this.upvalues = List.copyOf(upvalues);
        this.locals = List.copyOf(locals);
        this.children = List.copyOf(children);
    }

    /** A function with a fixed number of parameters. */
    public Prototype(String name, int firstLine, int lastLine, int parameters, int registers, int[] code, int[] lines,
            List<Constant> constants, List<UpvalueSource> upvalues, List<LocalVariable> locals,
            List<Prototype> children) {
        this(name, firstLine, lastLine, parameters, false, registers, code, lines, constants, upvalues, locals,
                children);
    }

    public String name() {
        return name;
    }

    public int firstLine() {
        return firstLine;
    }

    public int lastLine() {
        return lastLine;
    }

    public int parameters() {
        return parameters;
    }

    /** Whether it takes any number of arguments behind its parameters. */
    public boolean vararg() {
        return vararg;
    }

    public int registers() {
        return registers;
    }

    /** A copy of the instructions. */
    public int[] code() {
        return code.clone();
    }

    /** How many instructions there are. */
    public int size() {
        return code.length;
    }

    public int instruction(int index) {
        return code[index];
    }

    /** The script's line of an instruction, from 1; 0 if not known. */
    public int line(int index) {
        return index >= 0 && index < lines.length ? lines[index] : 0;
    }

    /** Whether the chunk still has line numbers and names. */
    public boolean hasDebugInfo() {
        return lines.length > 0;
    }

    public List<Constant> constants() {
        return constants;
    }

    public List<UpvalueSource> upvalues() {
        return upvalues;
    }

    public List<LocalVariable> locals() {
        return locals;
    }

    public List<Prototype> children() {
        return children;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prototype p && name.equals(p.name) && firstLine == p.firstLine && lastLine == p.lastLine
                && parameters == p.parameters && vararg == p.vararg && registers == p.registers
                && Arrays.equals(code, p.code) && Arrays.equals(lines, p.lines)
                && constants.equals(p.constants) && upvalues.equals(p.upvalues) && locals.equals(p.locals)
                && children.equals(p.children);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, firstLine, Arrays.hashCode(code), constants, children);
    }

    @Override
    public String toString() {
        return name + " (lines " + firstLine + " to " + lastLine + ", " + code.length + " instructions)";
    }
}
