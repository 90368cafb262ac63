package ktap.runtime.bytecode.tests;

import java.util.List;
import java.util.function.Consumer;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.PrototypeBuilder;
import ktap.runtime.bytecode.UpvalueSource;

/** Writes functions by hand: a thin layer over {@link PrototypeBuilder} that keeps tests short. */
public final class Assembler {
    private static final int REGISTERS = 20;

    private final PrototypeBuilder builder;
    private int line = 1;

    private Assembler(String name, int parameters, boolean vararg) {
        builder = new PrototypeBuilder(name, 1, parameters, vararg);
        builder.touch(REGISTERS - 1);
    }

    /** A chunk whose main chunk is written by {@code code}; it ends with a RETURN. */
    public static Chunk chunk(List<String> globals, Consumer<Assembler> code) {
        return new Chunk("test.kp", globals, function("main chunk", 0, code));
    }

    public static Chunk chunk(Consumer<Assembler> code) {
        return chunk(List.of("g0", "g1", "g2"), code);
    }

    /** A function; a RETURN without values is added at its end. */
    public static Prototype function(String name, int parameters, Consumer<Assembler> code) {
        return function(name, parameters, false, code);
    }

    /** The same; {@code vararg} says whether it takes further arguments. */
    public static Prototype function(String name, int parameters, boolean vararg, Consumer<Assembler> code) {
        Assembler assembler = new Assembler(name, parameters, vararg);
        code.accept(assembler);
        assembler.op(Opcode.RETURN, 0, 0, 0);
        return assembler.builder.build(assembler.line);
    }

    public PrototypeBuilder builder() {
        return builder;
    }

    /** Starts the next line of the script. */
    public Assembler line() {
        builder.line(++line);
        return this;
    }

    public Assembler op(Opcode opcode, int a, int b, int c) {
        builder.emit(opcode, a, b, c);
        return this;
    }

    public Assembler op(Opcode opcode, int a, int bx) {
        builder.emit(opcode, a, bx);
        return this;
    }

    /** Puts a value into a register: null, a Boolean, an Integer or Long, or a byte string. */
    public Assembler load(int register, Object value) {
        switch (value) {
            case null -> builder.emit(Opcode.LOADNIL, register, 0, 0);
            case Boolean truth -> builder.emit(Opcode.LOADBOOL, register, truth ? 1 : 0, 0);
            case Integer small -> builder.emit(Opcode.LOADINT, register, small);
            case Long number -> builder.emit(Opcode.LOADK, register, builder.constant(new Constant.Int(number)));
            case String bytes -> builder.emit(Opcode.LOADK, register, string(bytes));
            default -> throw new IllegalArgumentException(value.toString());
        }
        return this;
    }

    /** The index of a string constant. */
    public int string(String bytes) {
        return builder.constant(new Constant.Str(bytes));
    }

    /** Puts a built-in into a register. */
    public Assembler builtin(int register, String name) {
        builder.emit(Opcode.GETBUILTIN, register, string(name));
        return this;
    }

    /** Prints registers, using those from 10 on. */
    public Assembler print(int... registers) {
        builtin(10, "print");
        for (int i = 0; i < registers.length; i++) {
            op(Opcode.MOVE, 11 + i, registers[i], 0);
        }
        return op(Opcode.CALL, 10, registers.length, 0);
    }

    /** Emits a jump whose target is given to {@link #here} later. */
    public int jump(Opcode opcode, int register) {
        return builder.emitJump(opcode, register);
    }

    /** Lets jumps lead here. */
    public Assembler here(int... jumps) {
        for (int jump : jumps) {
            builder.patch(jump, builder.position());
        }
        return this;
    }

    /** Emits a jump to an earlier place. */
    public Assembler back(Opcode opcode, int register, int target) {
        builder.patch(builder.emitJump(opcode, register), target);
        return this;
    }

    /** Puts a closure into a register. */
    public Assembler closure(int register, Prototype child) {
        builder.emit(Opcode.CLOSURE, register, builder.child(child));
        return this;
    }

    /** Declares an upvalue that is found in a register of the function around. */
    public Assembler capture(int register, String name) {
        builder.upvalue(new UpvalueSource(true, register, name));
        return this;
    }
}
