package ktap.runtime.bytecode;

/**
 * Follows all ways through a function and proves that every register that is read was assigned, and holds a cell
 * exactly where a cell is needed. The code is walked in its own order until the states at the targets of backward
 * jumps no longer change, which takes about as many walks as loops are nested. Runs on code that {@link
 * InstructionChecker} accepted.
 */
final class FlowChecker {
    /** More walks than nested loops of any real program need; bounds the time that a made-up one can take. */
    private static final int MAX_WALKS = 250;

    private final Prototype prototype;
    private final String function;
    private final RegisterStates[] atTarget;
    private boolean changed;

    FlowChecker(Prototype prototype, String function) {
        this.prototype = prototype;
        this.function = function;
        this.atTarget = new RegisterStates[prototype.size()];
    }

    void check() throws ChunkException {
        int walks = 0;
        do {
            if (++walks > MAX_WALKS) {
                throw ChunkException.in(function, "the loops are too tangled to be checked");
            }
            changed = false;
            walk();
        } while (changed);
    }

    private void walk() throws ChunkException {
        RegisterStates now = RegisterStates.atEntry(prototype.registers(), prototype.parameters());
        for (int index = 0; index < prototype.size(); index++) {
            if (atTarget[index] != null) {
                if (now != null) {
                    atTarget[index].merge(now);
                }
                now = atTarget[index].copy();
            }
            if (now != null) {
                now = step(index, now) ? now : null;
            }
        }
    }

    /** Executes one instruction on the states; whether control goes on to the next one. */
    private boolean step(int index, RegisterStates now) throws ChunkException {
        int word = prototype.instruction(index);
        Opcode opcode = Opcode.of(Instruction.code(word)).orElseThrow();
        int a = Instruction.a(word);
        int b = Instruction.b(word);
        int c = Instruction.c(word);
        switch (opcode) {
            case LOADNIL -> write(now, a, a + b);
            case NEWCELL -> {
                read(index, now, a, a);
                now.setCell(a);
            }
            case GETCELL -> {
                readCell(index, now, b);
                now.setValue(a);
            }
            case SETCELL -> {
                readCell(index, now, a);
                read(index, now, b, b);
            }
            case CONCAT -> {
                read(index, now, b, c);
                now.setValue(a);
            }
            case CALL -> {
                read(index, now, a, a + b);
                write(now, a, a + c - 1);
            }
            case RETURN -> read(index, now, a, a + b - 1);
            case VARARGS -> write(now, a, a + b - 1);
            case VARARGSOPEN -> forget(now, a);
            case CALLOPEN -> {
                read(index, now, a, a + b);
                forget(now, a);
            }
            case CALLTOP -> {
                read(index, now, a, openFrom(index) - 1);
                write(now, a, a + c - 1);
            }
            case CALLTOPOPEN -> {
                read(index, now, a, openFrom(index) - 1);
                forget(now, a);
            }
            case RETURNTOP, TAILCALLTOP -> read(index, now, a, openFrom(index) - 1);
            case TAILCALL -> read(index, now, a, a + b);
            case APPENDTOP -> {
                read(index, now, a, a);
                read(index, now, b - 1, openFrom(index) - 1);
            }
            case FORCALL -> {
                read(index, now, a, a + 2);
                write(now, a + 3, a + 2 + c);
            }
            case KEY -> {
                read(index, now, b, c);
                now.setValue(a);
            }
            case CLOSURE -> closure(index, now, a, Instruction.bx(word));
            case FORPREP -> {
                read(index, now, a, a + 2);
                flow(index, index + 1 + Instruction.sbx(word), now);
                now.setValue(a + 3);
            }
            case FORLOOP -> {
                read(index, now, a, a + 2);
                RegisterStates again = now.copy();
                again.setValue(a + 3);
                flow(index, index + 1 + Instruction.sbx(word), again);
            }
            case FORNEXT -> {
                read(index, now, a, a);
                flow(index, index + 1 + Instruction.sbx(word), now);
                write(now, a + 1, a + 2);
            }
            case JUMP, LOOP -> flow(index, index + 1 + Instruction.ax(word), now);
            case JUMPIF, JUMPIFNOT, JUMPIFNIL -> {
                read(index, now, a, a);
                flow(index, index + 1 + Instruction.sbx(word), now);
            }
            case TESTEQ, TESTLT, TESTLE -> {
                read(index, now, a, a);
                read(index, now, b, b);
                flow(index, index + 2, now);
            }
            default -> plain(index, now, opcode, word);
        }
        return !opcode.endsFlow();
    }

    /** The first register of the list that the instruction before has made. */
    private int openFrom(int index) {
        return Instruction.a(prototype.instruction(index - 1));
    }

    /** An open list may have overwritten these registers, or not. */
    private void forget(RegisterStates now, int first) {
        for (int register = first; register < prototype.registers(); register++) {
            now.setUnassigned(register);
        }
    }

    /** Instructions whose effect is told by the kinds of their operands alone. */
    private void plain(int index, RegisterStates now, Opcode opcode, int word) throws ChunkException {
        readOperand(index, now, opcode.a(), Instruction.a(word));
        readOperand(index, now, opcode.b(), Instruction.b(word));
        readOperand(index, now, opcode.c(), Instruction.c(word));
        if (opcode.a() == Operand.WRITE) {
            now.setValue(Instruction.a(word));
        }
    }

    private void readOperand(int index, RegisterStates now, Operand kind, int register) throws ChunkException {
        if (kind == Operand.READ) {
            read(index, now, register, register);
        }
    }

    private void closure(int index, RegisterStates now, int target, int child) throws ChunkException {
        for (UpvalueSource upvalue : prototype.children().get(child).upvalues()) {
            if (upvalue.fromParentRegister()) {
                readCell(index, now, upvalue.index());
            }
        }
        now.setValue(target);
    }

    private void flow(int from, int target, RegisterStates states) {
        if (atTarget[target] == null) {
            atTarget[target] = states.copy();
            changed |= target <= from;
        } else {
            boolean different = atTarget[target].merge(states);
            changed |= different && target <= from;
        }
    }

    private void read(int index, RegisterStates now, int first, int last) throws ChunkException {
        for (int register = first; register <= last; register++) {
            refuse(index, now.whyNoValue(register));
        }
    }

    private void readCell(int index, RegisterStates now, int register) throws ChunkException {
        refuse(index, now.whyNoCell(register));
    }

    private void refuse(int index, String reason) throws ChunkException {
        if (reason != null) {
            throw ChunkException.at(function, index, reason);
        }
    }

    private static void write(RegisterStates now, int first, int last) {
        for (int register = first; register <= last; register++) {
            now.setValue(register);
        }
    }
}
