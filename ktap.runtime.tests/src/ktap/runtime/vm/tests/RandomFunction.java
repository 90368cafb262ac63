package ktap.runtime.vm.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Operand;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.PrototypeBuilder;
import ktap.runtime.bytecode.UpvalueSource;

/** Makes up a function of random instructions: all registers are assigned at its start, one of them holds a cell. */
final class RandomFunction {
    /** The register that holds a cell. */
    static final int CELL = 9;
    private static final int STRINGS = 5;
    private static final int INTEGERS = 3;
    private static final List<String> TEXTS = List.of("print", "printf", "pairs", "len", "delete", "exit",
            "inplace_inc", "histogram", "print_hist", "kdebug.probe", "kdebug.probe_end", "kdebug.trace_end", "arg",
            "no.such", "%d %s", "pairs", "print", "pairs", "sort_pairs", "top", "quantize", "lhist",
            "table.new", "stringof", "count", "avg", "timer.ms", "timer.tick", "10ms", "clear", "sort_pairs", "pairs",
            "kdebug.tracepoint", "print_trace_clock");

    private final Random random;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> forward = new ArrayList<>();
    private PrototypeBuilder builder;
    private boolean hasChild;
    private boolean captures;
    private boolean vararg;

    RandomFunction(Random random) {
        this.random = random;
    }

    static Constant constant(Random random) {
        return random.nextBoolean() ? new Constant.Int(random.nextInt(10) == 0 ? random.nextLong()
                : random.nextInt(20) - 5)
                : new Constant.Str(TEXTS.get(random.nextInt(TEXTS.size())));
    }

    /** Makes a function with functions inside it. */
    Prototype make(String name, int parameters, int depth) {
        vararg = random.nextBoolean();
        builder = new PrototypeBuilder(name, 1, parameters, vararg);
        builder.touch(CELL);
        for (int i = 0; i < STRINGS; i++) {
            // The number makes them differ, so that there are as many as the operands suppose.
            builder.constant(new Constant.Str(i < 2 ? TEXTS.get(2 * random.nextInt(TEXTS.size() / 2) + i) : "s" + i));
        }
        for (int i = 0; i < INTEGERS; i++) {
            builder.constant(new Constant.Int(i * 1_000_000L));
        }
        hasChild = depth > 0;
        if (hasChild) {
            builder.child(new RandomFunction(random).make("inner", random.nextInt(3), depth - 1));
        }
        captures = parameters > 0;
        if (captures) {
            builder.upvalue(new UpvalueSource(true, CELL, "cell"));
        }
        for (int register = parameters; register < CELL; register++) {
            switch (random.nextInt(4)) {
                case 0 -> builder.emit(Opcode.NEWTABLE, register, 0, 0);
                case 1 -> builder.emit(Opcode.GETBUILTIN, register, random.nextInt(2));
                default -> builder.emit(Opcode.LOADINT, register, random.nextInt(9) - 3);
            }
        }
        builder.emit(Opcode.LOADINT, CELL, 0);
        builder.emit(Opcode.NEWCELL, CELL, 0, 0);
        int size = builder.position() + 5 + random.nextInt(40);
        while (builder.position() < size) {
            starts.add(builder.position());
            group(Opcode.values()[random.nextInt(Opcode.values().length)]);
        }
        int end = builder.emit(Opcode.RETURN, 0, random.nextInt(3), 0);
        starts.add(end);
        forward.forEach(jump -> builder.patch(jump, later(jump)));
        return builder.build(1);
    }

    /** The start of an instruction behind a jump. */
    private int later(int jump) {
        List<Integer> behind = starts.stream().filter(start -> start > jump).toList();
        return behind.get(random.nextInt(Math.min(behind.size(), 12)));
    }

    private void group(Opcode opcode) {
        switch (opcode) {
            case LOOP, FORLOOP -> {
                int target = starts.get(Math.max(0, starts.size() - 1 - random.nextInt(12)));
                builder.patch(builder.emitJump(opcode, low()), target);
            }
            case JUMP, JUMPIF, JUMPIFNOT, JUMPIFNIL, FORPREP, FORNEXT -> forward.add(builder.emitJump(opcode, low()));
            case TESTEQ, TESTLT, TESTLE -> {
                builder.emit(opcode, any(), any(), random.nextInt(2));
                forward.add(builder.emitJump(Opcode.JUMP, 0));
            }
            case CONCAT -> {
                int first = low();
                builder.emit(opcode, any(), first, first + 1 + random.nextInt(2));
            }
            case KEY -> {
                int first = low();
                builder.emit(opcode, any(), first, first + 1 + random.nextInt(3));
            }
            case VARARGS -> {
                if (vararg) {
                    builder.emit(opcode, low(), 1 + random.nextInt(3), 0);
                }
            }
            case VARARGSOPEN, CALLOPEN, CALLTOP, CALLTOPOPEN, APPENDTOP -> openList();
            case RETURNTOP, TAILCALL, TAILCALLTOP -> {
                if (random.nextInt(8) == 0) {
                    leave(opcode);
                }
            }
            case FORCALL -> builder.emit(opcode, random.nextInt(CELL - 6), 0, 1 + random.nextInt(3));
            case GETARG -> builder.emit(opcode, any(), random.nextInt(3), 0);
            case CALL -> builder.emit(opcode, low(), random.nextInt(4), random.nextInt(4));
            case LOADNIL -> builder.emit(opcode, low(), random.nextInt(3), 0);
            case RETURN -> {
                if (random.nextInt(10) == 0) {
                    builder.emit(opcode, low(), random.nextInt(3), 0);
                }
            }
            case GETCELL -> builder.emit(opcode, any(), CELL, 0);
            case SETCELL -> builder.emit(opcode, CELL, any(), 0);
            case NEWCELL -> {
                builder.emit(Opcode.LOADINT, CELL, 1);
                builder.emit(opcode, CELL, 0, 0);
            }
            case CLOSURE -> {
                if (hasChild) {
                    builder.emit(opcode, any(), 0);
                }
            }
            case GETUPVALUE, SETUPVALUE -> {
                if (captures) {
                    builder.emit(opcode, any(), 0, 0);
                }
            }
            default -> plain(opcode);
        }
    }

    /** Makes a list of unknown length, and has it taken. */
    private void openList() {
        int first = 2 + random.nextInt(CELL - 5);
        int outer = random.nextInt(3) == 0 ? first - 1 : first;
        int taker = random.nextInt(outer);
        boolean calls = random.nextBoolean();
        if (calls) {
            loadFunction(taker);
        } else {
            builder.emit(Opcode.NEWTABLE, taker, 0, 0);
        }
        if (outer < first) {
            loadFunction(outer);
        }
        makeList(first);
        if (outer < first) {
            builder.emit(Opcode.CALLTOPOPEN, outer, 0, 0);
        }
        if (calls) {
            builder.emit(Opcode.CALLTOP, taker, 0, random.nextInt(4));
        } else {
            builder.emit(Opcode.APPENDTOP, taker, 1 + random.nextInt(outer), 0);
        }
        for (int register = outer; register < CELL; register++) {
            builder.emit(Opcode.LOADINT, register, register);
        }
        builder.emit(Opcode.LOADINT, CELL, 0);
        builder.emit(Opcode.NEWCELL, CELL, 0, 0);
    }

    private void loadFunction(int register) {
        if (hasChild && random.nextBoolean()) {
            builder.emit(Opcode.CLOSURE, register, 0);
        } else {
            builder.emit(Opcode.GETBUILTIN, register, random.nextInt(2));
        }
    }

    private void makeList(int first) {
        if (vararg && random.nextBoolean()) {
            builder.emit(Opcode.VARARGSOPEN, first, 0, 0);
        } else {
            loadFunction(first);
            builder.emit(Opcode.CALLOPEN, first, random.nextInt(3), 0);
        }
    }

    private void leave(Opcode opcode) {
        int register = low();
        if (opcode == Opcode.TAILCALL) {
            loadFunction(register);
            builder.emit(opcode, register, random.nextInt(3), 0);
            return;
        }
        int first = register + 1;
        if (opcode == Opcode.TAILCALLTOP) {
            loadFunction(register);
        }
        makeList(first);
        builder.emit(opcode, register, 0, 0);
    }

    private void plain(Opcode opcode) {
        if (opcode.format() == Opcode.Format.ABX) {
            builder.emit(opcode, any(), operand(opcode, opcode.b()));
        } else {
            builder.emit(opcode, operand(opcode, opcode.a()), operand(opcode, opcode.b()), operand(opcode, opcode.c()));
        }
    }

    private int operand(Opcode opcode, Operand kind) {
        return switch (kind) {
            case READ, WRITE, READ_WRITE -> any();
            case CONSTANT -> random.nextInt(STRINGS + INTEGERS);
            case STRING_CONSTANT -> opcode == Opcode.GETBUILTIN ? random.nextInt(2) : random.nextInt(STRINGS);
            case GLOBAL -> random.nextInt(2);
            case CONTEXT -> random.nextInt(7);
            case IMMEDIATE -> opcode == Opcode.LOADBOOL ? random.nextInt(2) : random.nextInt(20) - 5;
            default -> 0;
        };
    }

    /** A register that holds a value. */
    private int any() {
        return random.nextInt(CELL);
    }

    /** A register that has three more with values behind it. */
    private int low() {
        return random.nextInt(CELL - 3);
    }
}
