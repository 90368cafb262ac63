package ktap.runtime.bytecode;

/** The rules that hold for each instruction by itself: opcode, operands, and where it may go next. */
final class InstructionChecker {
    private static final int MAX_KEY_PARTS = 8;

    private final Prototype prototype;
    private final String function;
    private final int globals;

    InstructionChecker(Prototype prototype, String function, int globals) {
        this.prototype = prototype;
        this.function = function;
        this.globals = globals;
    }

    void check() throws ChunkException {
        for (int index = 0; index < prototype.size(); index++) {
            instruction(index, prototype.instruction(index));
        }
    }

    private void instruction(int index, int word) throws ChunkException {
        Opcode opcode = Opcode.of(Instruction.code(word)).orElse(null);
        require(opcode != null, index, "there is no opcode " + Instruction.code(word));
        int first = Instruction.a(word);
        int second = 0;
        int third = 0;
        switch (opcode.format()) {
            case ABC -> {
                second = Instruction.b(word);
                third = Instruction.c(word);
            }
            case ABX -> second = opcode.isSigned() ? Instruction.sbx(word) : Instruction.bx(word);
            case AX -> first = Instruction.ax(word);
        }
        operand(index, opcode, opcode.a(), first);
        operand(index, opcode, opcode.b(), second);
        operand(index, opcode, opcode.c(), third);
        ranges(index, opcode, first, second, third);
        openLists(index, opcode, first, second);
        successors(index, opcode);
    }

    private void operand(int index, Opcode opcode, Operand kind, int value) throws ChunkException {
        switch (kind) {
            case NONE -> require(value == 0, index, opcode + " has an operand that it does not use");
            case READ, WRITE, READ_WRITE -> register(index, opcode, value);
            case CONSTANT -> require(value < prototype.constants().size(), index,
                    opcode + " of constant " + value + " of " + prototype.constants().size());
            case STRING_CONSTANT -> require(value < prototype.constants().size()
                    && prototype.constants().get(value) instanceof Constant.Str, index,
                    opcode + " of constant " + value + ", which is no string");
            case GLOBAL -> require(value < globals, index, opcode + " of global " + value + " of " + globals);
            case UPVALUE -> require(value < prototype.upvalues().size(), index, opcode + " of upvalue " + value + " of "
                    + prototype.upvalues().size());
            case CHILD -> require(value < prototype.children().size(), index, opcode + " of function " + value + " of "
                    + prototype.children().size());
            case CONTEXT -> require(value < ContextVariable.values().length, index,
                    "there is no context variable " + value);
            case JUMP -> jump(index, opcode, value);
            case IMMEDIATE -> {
                // Its range is the opcode's own: see ranges.
            }
        }
    }

    /** Operands that name more than one register, and numbers with a range of their own. */
    private void ranges(int index, Opcode opcode, int a, int b, int c) throws ChunkException {
        switch (opcode) {
            case LOADNIL -> register(index, opcode, a + b);
            case LOADBOOL -> require(b <= 1, index, "LOADBOOL of " + b);
            case TESTEQ, TESTLT, TESTLE -> require(c <= 1, index, opcode + " with a truth value of " + c);
            case CONCAT -> require(b < c, index, "CONCAT from register " + b + " to " + c);
            case FORPREP, FORLOOP -> register(index, opcode, a + 3);
            case FORNEXT -> register(index, opcode, a + 2);
            case CALL -> register(index, opcode, a + Math.max(b, c - 1));
            case RETURN -> register(index, opcode, a + Math.max(0, b - 1));
            case VARARGS -> {
                require(b >= 1, index, "VARARGS of no values");
                register(index, opcode, a + b - 1);
            }
            case CALLOPEN, TAILCALL -> register(index, opcode, a + b);
            case CALLTOP -> register(index, opcode, a + Math.max(0, c - 1));
            case FORCALL -> {
                require(c >= 1, index, "FORCALL without a result");
                register(index, opcode, a + 2 + c);
            }
            case KEY -> require(b < c && c - b < MAX_KEY_PARTS, index, "KEY of registers " + b + " to " + c);
            default -> {
                // One register per operand.
            }
        }
    }

    /** A list of unknown length goes from the instruction that makes it directly to the one that takes it. */
    private void openLists(int index, Opcode opcode, int a, int b) throws ChunkException {
        if (opcode == Opcode.VARARGS || opcode == Opcode.VARARGSOPEN) {
            require(prototype.vararg(), index, opcode + " in a function without further arguments");
        }
        if (opcode.makesOpenList()) {
            Opcode next = index + 1 < prototype.size() ? opcodeAt(index + 1) : null;
            require(next != null && next.takesOpenList(), index, opcode + " is not followed by what takes its list");
        }
        if (opcode.takesOpenList()) {
            require(makesOpenList(index - 1), index,
                    opcode + " takes a list that the instruction before does not make");
            int first = Instruction.a(prototype.instruction(index - 1));
            boolean above = switch (opcode) {
                case RETURNTOP -> a > first;
                case APPENDTOP -> b < 1 || b > first || a >= first;
                default -> a >= first;
            };
            require(!above, index,
                    opcode + " takes a list from register " + first + " on, which is not behind its own");
        }
    }

    private boolean makesOpenList(int index) {
        Opcode opcode = index < 0 ? null : opcodeAt(index);
        return opcode != null && opcode.makesOpenList();
    }

    private Opcode opcodeAt(int index) {
        return Opcode.of(Instruction.code(prototype.instruction(index))).orElse(null);
    }

    private void jump(int index, Opcode opcode, int distance) throws ChunkException {
        int target = index + 1 + distance;
        require(target >= 0 && target < prototype.size(), index,
                opcode + " to " + target + ", which is outside the code");
        require(target == 0 || !isTest(target - 1), index, opcode + " to " + target + ", between a test and its jump");
        require(!makesOpenList(target - 1), index,
                opcode + " to " + target + ", between a list and what takes it");
        boolean back = opcode == Opcode.LOOP || opcode == Opcode.FORLOOP;
        require(back == (target <= index), index,
                opcode + (back ? " goes forward" : " goes back: only LOOP and FORLOOP may"));
    }

    private void successors(int index, Opcode opcode) throws ChunkException {
        if (isTest(index)) {
            boolean jumps = index + 1 < prototype.size()
                    && Instruction.code(prototype.instruction(index + 1)) == Opcode.JUMP.code();
            require(jumps, index, opcode + " is not followed by a JUMP");
            require(index + 2 < prototype.size(), index, "control may run off the end of the code");
        } else if (!opcode.endsFlow()) {
            require(index + 1 < prototype.size(), index, "control may run off the end of the code");
        }
    }

    private boolean isTest(int index) {
        int code = Instruction.code(prototype.instruction(index));
        return code == Op.TESTEQ || code == Op.TESTLT || code == Op.TESTLE;
    }

    private void register(int index, Opcode opcode, int register) throws ChunkException {
        require(register < prototype.registers(), index,
                opcode + " uses register " + register + " of " + prototype.registers());
    }

    private void require(boolean holds, int index, String message) throws ChunkException {
        if (!holds) {
            throw ChunkException.at(function, index, message);
        }
    }
}
