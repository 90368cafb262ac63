package ktap.dsl.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ktap.dsl.ktap.Variable;
import ktap.runtime.bytecode.ChunkLimits;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Instruction;
import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.PrototypeBuilder;
import ktap.runtime.bytecode.UpvalueSource;

/**
 * One function that is being compiled: its registers, which are used as a stack, its variables and its code. Guards the
 * limits of the bytecode, so that whoever emits need not.
 */
final class FunctionState {
    /** The loop that {@code break} and {@code continue} leave or go on with. */
    record Loop(JumpList breaks, JumpList continues) {
    }

    private record Declared(Variable variable, int register, int start) {
    }

    private final FunctionState parent;
    private final PrototypeBuilder code;
    private final Deque<List<Declared>> blocks = new ArrayDeque<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Map<Variable, Integer> registers = new IdentityHashMap<>();
    private final BitSet homes = new BitSet();
    private final Map<Variable, Integer> upvalues = new IdentityHashMap<>();
    private final Map<Constant, Integer> constants = new LinkedHashMap<>();
    private int free;
    private int children;
    private int line;

    FunctionState(FunctionState parent, String name, int firstLine, int parameters, boolean vararg) {
        this.parent = parent;
        this.code = new PrototypeBuilder(name, firstLine, parameters, vararg);
        this.line = firstLine;
    }

    // --- Registers and variables

    /** Takes the next registers and returns the first. */
    int reserve(int count) {
        int first = free;
        free += count;
        limit(free <= PrototypeBuilder.MAX_REGISTERS, "the function needs more than " + PrototypeBuilder.MAX_REGISTERS
                + " registers for its variables and intermediate values");
        if (count > 0) {
            code.touch(free - 1);
        }
        return first;
    }

    /** The first free register, which is also the mark to {@linkplain #release go back to}. */
    int mark() {
        return free;
    }

    void release(int mark) {
        free = mark;
    }

    void openBlock() {
        blocks.push(new ArrayList<>());
    }

    /** Ends the innermost block: its variables are no longer visible. */
    void closeBlock() {
        for (Declared declared : blocks.pop()) {
            code.local(new LocalVariable(declared.variable().getName(), declared.register(), declared.start(),
                    code.position()));
            registers.remove(declared.variable());
            homes.clear(declared.register());
        }
    }

    /** Makes the register, which must be reserved, the home of a variable of the innermost block. */
    void declare(Variable variable, int register) {
        registers.put(variable, register);
        homes.set(register);
        blocks.element().add(new Declared(variable, register, code.position()));
    }

    /** Whether a variable lives in the register now. */
    boolean isHome(int register) {
        return homes.get(register);
    }

    boolean owns(Variable variable) {
        return registers.containsKey(variable);
    }

    int register(Variable variable) {
        return registers.get(variable);
    }

    /** The upvalue through which this function reaches a variable of a function around it. */
    int upvalue(Variable variable) {
        Integer known = upvalues.get(variable);
        if (known != null) {
            return known;
        }
        boolean near = parent.owns(variable);
        int index = near ? parent.register(variable) : parent.upvalue(variable);
        limit(upvalues.size() < ChunkLimits.UPVALUES, "the function uses more than " + ChunkLimits.UPVALUES
                + " variables of the functions around it");
        int added = code.upvalue(new UpvalueSource(near, index, variable.getName()));
        upvalues.put(variable, added);
        return added;
    }

    // --- Loops

    void enterLoop(Loop loop) {
        loops.push(loop);
    }

    void leaveLoop() {
        loops.pop();
    }

    Loop loop() {
        return loops.element();
    }

    // --- Code

    /** Sets the script's line for what follows. */
    void line(int newLine) {
        line = newLine;
        code.line(newLine);
    }

    int line() {
        return line;
    }

    int position() {
        return code.position();
    }

    void emit(Opcode opcode, int a, int b, int c) {
        room();
        code.emit(opcode, a, b, c);
    }

    void emit(Opcode opcode, int a, int bx) {
        room();
        code.emit(opcode, a, bx);
    }

    /** Emits a jump with a target to come; the register is for those that test one. */
    int emitJump(Opcode opcode, int register) {
        room();
        return code.emitJump(opcode, register);
    }

    /** Emits a jump, of whatever kind, back to a position. */
    void emitBack(Opcode opcode, int register, int target) {
        patch(emitJump(opcode, register), target);
    }

    void patch(int jump, int target) {
        try {
            code.patch(jump, target);
        } catch (IllegalArgumentException e) {
            throw new LimitExceededException(line, "the control structure is too long to be jumped over");
        }
    }

    void patchHere(JumpList list) {
        patchTo(list, code.position());
    }

    void patchTo(JumpList list, int target) {
        list.jumps().forEach(jump -> patch(jump, target));
    }

    int constant(Constant constant) {
        Integer known = constants.get(constant);
        if (known != null) {
            return known;
        }
        limit(constants.size() < ChunkLimits.CONSTANTS, "the function has more than " + ChunkLimits.CONSTANTS
                + " constants");
        int added = code.constant(constant);
        constants.put(constant, added);
        return added;
    }

    int constant(String bytes) {
        limit(bytes.length() <= ChunkLimits.STRING_BYTES, "the string is longer than " + ChunkLimits.STRING_BYTES
                + " bytes");
        return constant(new Constant.Str(bytes));
    }

    int child(Prototype prototype) {
        limit(children++ < ChunkLimits.CHILDREN, "the function has more than " + ChunkLimits.CHILDREN
                + " inner functions");
        return code.child(prototype);
    }

    Prototype build(int lastLine) {
        return code.build(lastLine);
    }

    private void room() {
        limit(code.position() < ChunkLimits.INSTRUCTIONS, "the function is longer than " + ChunkLimits.INSTRUCTIONS
                + " instructions");
    }

    private void limit(boolean holds, String message) {
        if (!holds) {
            throw new LimitExceededException(line, message);
        }
    }

    /** Whether a constant's index fits an operand of 8 bits. */
    static boolean isNarrow(int constant) {
        return constant <= Instruction.MAX_NARROW;
    }
}
