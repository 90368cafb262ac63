package ktap.runtime.vm;

import static ktap.runtime.vm.Values.INT;

import ktap.runtime.bytecode.Op;
import ktap.runtime.bytecode.UpvalueSource;

/**
 * The loop that executes instructions. It relies on what the verifier has proved, and checks the rest: types,
 * division, the budget. A state of the loop is kept in Java's local variables; it is written back where a call can
 * happen.
 */
final class Machine {
    /** After how many steps the loop looks whether it has been cancelled. */
    private static final long SLICE = 4096;

    private final CallStack stack;
    private final Surroundings surroundings;
    private final Operations operations;
    private final OpenLists lists;
    private final Object[] globals;
    private final long[] globalNumbers;
    /** The steps that may be done until {@link #refill()} has to look. */
    private long slice;
    private long rest;

    Machine(CallStack stack, Surroundings surroundings, Operations operations, Object[] globals, long[] globalNumbers) {
        this.stack = stack;
        this.surroundings = surroundings;
        this.operations = operations;
        this.lists = new OpenLists(stack, surroundings, operations, this);
        this.globals = globals;
        this.globalNumbers = globalNumbers;
    }

    /** Replaces the number of steps that are left, and returns the old one. */
    long exchangeSteps(long newSteps) {
        long old = slice + rest;
        slice = 0;
        rest = newSteps;
        return old;
    }

    /** Counts steps of work that a built-in does. */
    void spend(long count) {
        slice -= count;
        if (slice < 0) {
            refill();
        }
    }

    /** Takes the next slice of steps out of what is left. */
    private void refill() {
        surroundings.checkCancelled();
        rest += slice;
        slice = 0;
        if (rest < 0) {
            throw new ScriptError("ktap.script.budget",
                    "too much work in one go: the limit of loop turns and calls is reached",
                    "end the loop, or raise the limit");
        }
        slice = Math.min(SLICE, rest);
        rest -= slice;
    }

    /** Executes the innermost call, and those that it makes, until the stack has {@code bottom} calls again. */
    void run(int bottom) {
        Activation call = stack.top();
        int pc = 0;
        try {
            int[] words = call.code.words;
            int base = call.base;
            long[] n = stack.numbers;
            Object[] v = stack.values;
            for (;;) {
                int word = words[pc++];
                int a = base + (word >>> 8 & 0xff);
                switch (word & 0xff) {
                    case Op.MOVE -> {
                        int b = base + (word >>> 16 & 0xff);
                        set(n, v, a, n[b], v[b]);
                    }
                    case Op.LOADNIL -> {
                        int last = a + (word >>> 16 & 0xff);
                        for (int i = a; i <= last; i++) {
                            v[i] = null;
                        }
                    }
                    case Op.LOADBOOL -> v[a] = (word >>> 16 & 0xff) != 0;
                    case Op.LOADINT -> setInteger(n, v, a, word >> 16);
                    case Op.LOADK -> {
                        set(n, v, a, call.code.constantNumbers[word >>> 16], call.code.constants[word >>> 16]);
                    }
                    case Op.GETGLOBAL -> {
                        set(n, v, a, globalNumbers[word >>> 16], globals[word >>> 16]);
                    }
                    case Op.SETGLOBAL -> {
                        globalNumbers[word >>> 16] = n[a];
                        globals[word >>> 16] = v[a];
                    }
                    case Op.GETBUILTIN -> v[a] = surroundings.builtin(call.code, word >>> 16);
                    case Op.GETCONTEXT -> set(n, v, a, surroundings.context(word >>> 16 & 0xff));
                    case Op.NEWCELL -> v[a] = new Cell(v[a], n[a]);
                    case Op.GETCELL -> {
                        Cell cell = (Cell) v[base + (word >>> 16 & 0xff)];
                        set(n, v, a, cell.number, cell.value);
                    }
                    case Op.SETCELL -> {
                        Cell cell = (Cell) v[a];
                        int b = base + (word >>> 16 & 0xff);
                        cell.number = n[b];
                        cell.value = v[b];
                    }
                    case Op.GETUPVALUE -> {
                        Cell cell = call.closure.upvalues[word >>> 16 & 0xff];
                        set(n, v, a, cell.number, cell.value);
                    }
                    case Op.SETUPVALUE -> {
                        Cell cell = call.closure.upvalues[word >>> 16 & 0xff];
                        cell.number = n[a];
                        cell.value = v[a];
                    }
                    case Op.NEWTABLE -> v[a] = surroundings.newTable();
                    case Op.GETTABLE -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[b] instanceof KtapTable table) {
                            load(table, table.find(v[c], n[c]), n, v, a);
                        } else {
                            set(n, v, a, operations.field(call, pc, b - base, v[b], v[c]));
                        }
                    }
                    case Op.SETTABLE -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        table(call, pc, a - base, v[a]).put(v[b], n[b], v[c], n[c]);
                    }
                    case Op.ADDTABLE -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[c] != INT) {
                            throw operations.notANumber(call, pc, c - base, v[c]);
                        }
                        table(call, pc, a - base, v[a]).add(v[b], n[b], n[c]);
                    }
                    case Op.GETFIELD -> {
                        int b = base + (word >>> 16 & 0xff);
                        String key = call.code.string(word >>> 24);
                        if (v[b] instanceof KtapTable table) {
                            load(table, table.findObject(key), n, v, a);
                        } else {
                            set(n, v, a, operations.field(call, pc, b - base, v[b], key));
                        }
                    }
                    case Op.SETFIELD -> {
                        int c = base + (word >>> 24);
                        table(call, pc, a - base, v[a]).put(call.code.string(word >>> 16 & 0xff), 0, v[c], n[c]);
                    }
                    case Op.ADD -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[b] == INT && v[c] == INT) {
                            setInteger(n, v, a, n[b] + n[c]);
                        } else {
                            v[a] = operations.arithmetic(call, pc, b - base, c - base, v[b], v[c]);
                        }
                    }
                    case Op.SUB -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[b] == INT && v[c] == INT) {
                            setInteger(n, v, a, n[b] - n[c]);
                        } else {
                            v[a] = operations.arithmetic(call, pc, b - base, c - base, v[b], v[c]);
                        }
                    }
                    case Op.MUL -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[b] == INT && v[c] == INT) {
                            setInteger(n, v, a, n[b] * n[c]);
                        } else {
                            v[a] = operations.arithmetic(call, pc, b - base, c - base, v[b], v[c]);
                        }
                    }
                    case Op.DIV, Op.MOD -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[b] != INT || v[c] != INT) {
                            v[a] = operations.arithmetic(call, pc, b - base, c - base, v[b], v[c]);
                        } else if (n[c] == 0) {
                            throw Operations.divideByZero();
                        } else {
                            setInteger(n, v, a, (word & 0xff) == Op.DIV ? Operations.divide(n[b], n[c])
                                    : Operations.remainder(n[b], n[c]));
                        }
                    }
                    case Op.NEG -> {
                        int b = base + (word >>> 16 & 0xff);
                        if (v[b] == INT) {
                            setInteger(n, v, a, -n[b]);
                        } else {
                            v[a] = operations.arithmetic(call, pc, b - base, b - base, v[b], v[b]);
                        }
                    }
                    case Op.NOT -> v[a] = !Operations.isTrue(v[base + (word >>> 16 & 0xff)]);
                    case Op.CONCAT -> {
                        int b = base + (word >>> 16 & 0xff);
                        String joined = operations.concat(call, pc, v, b, base + (word >>> 24));
                        v[a] = joined;
                        spend(joined.length() >> 6);
                    }
                    case Op.JUMP -> pc += word >> 8;
                    case Op.LOOP -> {
                        if (--slice < 0) {
                            refill();
                        }
                        pc += word >> 8;
                    }
                    case Op.JUMPIF -> {
                        if (Operations.isTrue(v[a])) {
                            pc += word >> 16;
                        }
                    }
                    case Op.JUMPIFNOT -> {
                        if (!Operations.isTrue(v[a])) {
                            pc += word >> 16;
                        }
                    }
                    case Op.TESTEQ -> {
                        int b = base + (word >>> 16 & 0xff);
                        boolean equal = Operations.equal(v[a], n[a], v[b], n[b]);
                        pc = equal == (word >>> 24 != 0) ? pc + 1 + (words[pc] >> 8) : pc + 1;
                    }
                    case Op.TESTLT -> {
                        int b = base + (word >>> 16 & 0xff);
                        boolean less = v[a] == INT && v[b] == INT ? n[a] < n[b] : operations.less(v[a], v[b], false);
                        pc = less == (word >>> 24 != 0) ? pc + 1 + (words[pc] >> 8) : pc + 1;
                    }
                    case Op.TESTLE -> {
                        int b = base + (word >>> 16 & 0xff);
                        boolean less = v[a] == INT && v[b] == INT ? n[a] <= n[b] : operations.less(v[a], v[b], true);
                        pc = less == (word >>> 24 != 0) ? pc + 1 + (words[pc] >> 8) : pc + 1;
                    }
                    case Op.FORPREP -> {
                        if (!Operations.prepareFor(n, v, a)) {
                            pc += word >> 16;
                        }
                    }
                    case Op.FORLOOP -> {
                        if (v[a] != INT || v[a + 1] != INT || v[a + 2] != INT) {
                            throw Operations.brokenFor();
                        }
                        if (--slice < 0) {
                            refill();
                        }
                        if (n[a + 1] != 0) {
                            n[a + 1]--;
                            n[a] += n[a + 2];
                            setInteger(n, v, a + 3, n[a]);
                            pc += word >> 16;
                        }
                    }
                    case Op.FORNEXT -> {
                        if (--slice < 0) {
                            refill();
                        }
                        if (!(v[a] instanceof ScriptIterator pairs)) {
                            throw Operations.notIterable(v[a]);
                        }
                        if (!pairs.next(n, v, a + 1)) {
                            pc += word >> 16;
                        }
                    }
                    case Op.CALL -> {
                        if (--slice < 0) {
                            refill();
                        }
                        int arguments = word >>> 16 & 0xff;
                        call.next = pc;
                        if (v[a] instanceof Closure closure) {
                            call = stack.push(closure, a + 1, arguments, a, word >>> 24);
                            words = call.code.words;
                            base = call.base;
                            pc = 0;
                        } else if (v[a] instanceof BuiltinFunction function) {
                            surroundings.callBuiltin(function, a + 1, arguments, a, word >>> 24);
                        } else if (v[a] instanceof ScriptIterator iterator) {
                            lists.step(iterator, a, word >>> 24);
                        } else {
                            throw operations.notAFunction(call, pc, a - base, v[a]);
                        }
                        n = stack.numbers;
                        v = stack.values;
                    }
                    case Op.RETURN -> {
                        call.next = pc;
                        stack.pop(a, word >>> 16 & 0xff);
                        if (stack.depth() == bottom) {
                            return;
                        }
                        call = stack.top();
                        words = call.code.words;
                        base = call.base;
                        pc = call.next;
                    }
                    case Op.CALLOPEN, Op.CALLTOP, Op.CALLTOPOPEN, Op.TAILCALL, Op.TAILCALLTOP, Op.FORCALL -> {
                        if (--slice < 0) {
                            refill();
                        }
                        call.next = pc;
                        lists.call(call, a, word);
                        if (stack.depth() == bottom) {
                            return;
                        }
                        call = stack.top();
                        words = call.code.words;
                        base = call.base;
                        pc = call.next;
                        n = stack.numbers;
                        v = stack.values;
                    }
                    case Op.RETURNTOP -> {
                        call.next = pc;
                        lists.returnList(call, a);
                        if (stack.depth() == bottom) {
                            return;
                        }
                        call = stack.top();
                        words = call.code.words;
                        base = call.base;
                        pc = call.next;
                    }
                    case Op.VARARGS -> lists.copyExtra(call, a, word >>> 16 & 0xff);
                    case Op.VARARGSOPEN -> {
                        lists.spreadExtra(call, a);
                        n = stack.numbers;
                        v = stack.values;
                    }
                    case Op.APPENDTOP -> {
                        int b = base + (word >>> 16 & 0xff);
                        if (v[b - 1] != INT) {
                            throw operations.notANumber(call, pc, b - 1 - base, v[b - 1]);
                        }
                        lists.append(call, table(call, pc, a - base, v[a]), b, n[b - 1]);
                    }
                    case Op.JUMPIFNIL -> {
                        if (v[a] == null) {
                            pc += word >> 16;
                        }
                    }
                    case Op.POW -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[b] == INT && v[c] == INT) {
                            setInteger(n, v, a, Operations.power(n[b], n[c]));
                        } else {
                            v[a] = operations.arithmetic(call, pc, b - base, c - base, v[b], v[c]);
                        }
                    }
                    case Op.KEY -> v[a] = Operations.key(n, v, base + (word >>> 16 & 0xff), base + (word >>> 24));
                    case Op.AGGREGATE -> {
                        int b = base + (word >>> 16 & 0xff);
                        int c = base + (word >>> 24);
                        if (v[c] != INT) {
                            throw operations.notANumber(call, pc, c - base, v[c]);
                        }
                        table(call, pc, a - base, v[a]).aggregate(v[b], n[b], n[c]);
                    }
                    case FusedOp.LOADINT_ADD -> {
                        int integer = word >> 16;
                        setInteger(n, v, a, integer);
                        int second = words[pc++];
                        int b = base + (second >>> 16 & 0xff);
                        int target = base + (second >>> 8 & 0xff);
                        if (v[b] == INT) {
                            setInteger(n, v, target, n[b] + integer);
                        } else {
                            v[target] = operations.arithmetic(call, pc, b - base, a - base, v[b], INT);
                        }
                    }
                    case FusedOp.LOADINT_SUB -> {
                        int integer = word >> 16;
                        setInteger(n, v, a, integer);
                        int second = words[pc++];
                        int b = base + (second >>> 16 & 0xff);
                        int target = base + (second >>> 8 & 0xff);
                        if (v[b] == INT) {
                            setInteger(n, v, target, n[b] - integer);
                        } else {
                            v[target] = operations.arithmetic(call, pc, b - base, a - base, v[b], INT);
                        }
                    }
                    case FusedOp.LOADINT_MOD -> {
                        int integer = word >> 16;
                        setInteger(n, v, a, integer);
                        int second = words[pc++];
                        int b = base + (second >>> 16 & 0xff);
                        int target = base + (second >>> 8 & 0xff);
                        if (v[b] != INT) {
                            v[target] = operations.arithmetic(call, pc, b - base, a - base, v[b], INT);
                        } else if (integer == 0) {
                            throw Operations.divideByZero();
                        } else {
                            setInteger(n, v, target, Operations.remainder(n[b], integer));
                        }
                    }
                    case FusedOp.LOADINT_TESTLT -> {
                        int integer = word >> 16;
                        setInteger(n, v, a, integer);
                        int second = words[pc++];
                        int left = base + (second >>> 8 & 0xff);
                        boolean less = v[left] == INT ? n[left] < integer : operations.less(v[left], INT, false);
                        pc = less == (second >>> 24 != 0) ? pc + 1 + (words[pc] >> 8) : pc + 1;
                    }
                    case Op.GETARG -> set(n, v, a, surroundings.argument(word >>> 16 & 0xff));
                    case Op.CLOSURE -> v[a] = close(call, v, call.code.children[word >>> 16]);
                    default -> throw new IllegalStateException("opcode " + (word & 0xff) + " passed the verifier");
                }
            }
        } catch (ScriptError e) {
            stack.top().next = pc;
            throw e.within(stack.trace(bottom));
        } catch (ScriptExit e) {
            stack.top().next = pc;
            throw e;
        }
    }

    private static void set(long[] n, Object[] v, int at, long number, Object value) {
        n[at] = number;
        if (v[at] != value) {
            v[at] = value;
        }
    }

    private static void setInteger(long[] n, Object[] v, int at, long value) {
        n[at] = value;
        // Storing a reference costs more than finding that it is there already.
        if (v[at] != INT) {
            v[at] = INT;
        }
    }

    private static void set(long[] n, Object[] v, int at, Object boxed) {
        n[at] = Values.number(boxed);
        v[at] = Values.tag(boxed);
    }

    private static void load(KtapTable table, int slot, long[] n, Object[] v, int at) {
        if (slot < 0) {
            v[at] = null;
        } else {
            set(n, v, at, table.numbers[slot], table.values[slot]);
        }
    }

    private KtapTable table(Activation call, int pc, int register, Object value) {
        if (value instanceof KtapTable table) {
            return table;
        }
        throw operations.notATable(call, pc, register, value);
    }

    private static Closure close(Activation call, Object[] values, FunctionCode code) {
        Cell[] upvalues = new Cell[code.upvalues.length];
        for (int i = 0; i < upvalues.length; i++) {
            UpvalueSource source = code.upvalues[i];
            upvalues[i] = source.fromParentRegister() ? (Cell) values[call.base + source.index()]
                    : call.closure.upvalues[source.index()];
        }
        return new Closure(code, upvalues);
    }
}
