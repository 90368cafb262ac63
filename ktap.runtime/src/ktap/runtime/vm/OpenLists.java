package ktap.runtime.vm;

import ktap.runtime.bytecode.Op;

/**
 * The instructions of calls and of lists whose number of values is known only when they run. A list lies from a
 * register up to the {@linkplain Activation#top top} of its call; it may be longer than the call has registers.
 */
final class OpenLists {
    /** So many values are moved for one step of the budget. */
    private static final int VALUES_PER_STEP = 16;

    private final CallStack stack;
    private final Surroundings surroundings;
    private final Operations operations;
    private final Machine machine;

    OpenLists(CallStack stack, Surroundings surroundings, Operations operations, Machine machine) {
        this.stack = stack;
        this.surroundings = surroundings;
        this.operations = operations;
        this.machine = machine;
    }

    /** {@code VARARGS}: the first {@code count} extra arguments of the call go to place {@code at} and on. */
    void copyExtra(Activation call, int at, int count) {
        stack.move(call.extraAt, call.extra, at, count);
    }

    /** {@code VARARGSOPEN}. */
    void spreadExtra(Activation call, int at) {
        machine.spend(call.extra / VALUES_PER_STEP);
        stack.openList(call, at + call.extra);
        stack.move(call.extraAt, call.extra, at, call.extra);
    }

    /** {@code APPENDTOP}: the elements behind number {@code last} become the values of the list. */
    void append(Activation call, KtapTable table, int from, long last) {
        machine.spend((call.top - from) / VALUES_PER_STEP);
        for (int i = from; i < call.top; i++) {
            if (stack.values[i] != null) {
                table.put(Values.INT, last + 1 + i - from, stack.values[i], stack.numbers[i]);
            }
        }
        stack.closeList(call);
    }

    /** {@code RETURNTOP}. */
    void returnList(Activation call, int from) {
        machine.spend((call.top - from) / VALUES_PER_STEP);
        stack.pop(from, call.top - from);
    }

    /**
     * All calls but {@code CALL}, whose way is the shortest. Afterwards the call on top of the stack goes on at its
     * {@link Activation#next}.
     *
     * @param call the innermost call; where it goes on is up to date
     * @param a the place of what is called
     * @param word the instruction
     */
    void call(Activation call, int a, int word) {
        int b = word >>> 16 & 0xff;
        switch (word & 0xff) {
            case Op.CALLOPEN -> enter(call, a, a + 1, b, a, CallStack.ALL);
            case Op.CALLTOP -> {
                enter(call, a, a + 1, listed(call, a), a, word >>> 24);
                stack.closeList(call);
            }
            case Op.CALLTOPOPEN -> enter(call, a, a + 1, listed(call, a), a, CallStack.ALL);
            case Op.FORCALL -> {
                if (stack.values[a] instanceof ScriptIterator iterator) {
                    step(iterator, a + 3, word >>> 24);
                } else {
                    enter(call, a, a + 1, 2, a + 3, word >>> 24);
                }
            }
            case Op.TAILCALL -> replace(call, a, b);
            case Op.TAILCALLTOP -> replace(call, a, listed(call, a));
            default -> throw new IllegalStateException("no call: " + (word & 0xff));
        }
    }

    private int listed(Activation call, int a) {
        int count = call.top - (a + 1);
        machine.spend(count / VALUES_PER_STEP);
        return count;
    }

    private void enter(Activation call, int function, int from, int count, int resultsAt, int results) {
        if (stack.values[function] instanceof Closure closure) {
            stack.push(closure, from, count, resultsAt, results);
        } else {
            int given = builtin(call, function, from, count, resultsAt, results);
            if (results == CallStack.ALL) {
                stack.openList(call, resultsAt + given);
            }
        }
    }

    private void replace(Activation call, int function, int count) {
        if (stack.values[function] instanceof Closure closure) {
            stack.replace(closure, function + 1, count);
        } else {
            int given = builtin(call, function, function + 1, count, function, CallStack.ALL);
            stack.pop(function, given);
        }
    }

    private int builtin(Activation call, int at, int from, int count, int resultsAt, int results) {
        return switch (stack.values[at]) {
            case BuiltinFunction function -> surroundings.callBuiltin(function, from, count, resultsAt, results);
            case ScriptIterator iterator -> step(iterator, resultsAt, results == CallStack.ALL ? 2 : results);
            case null, default -> throw operations.notAFunction(call, call.next, at - call.base, stack.values[at]);
        };
    }

    /**
     * The next key and value of an iterator go to {@code at}; nil if there is none.
     *
     * @return how many values were written
     */
    int step(ScriptIterator iterator, int at, int results) {
        long[] numbers = new long[2];
        Object[] values = new Object[2];
        if (!iterator.next(numbers, values, 0)) {
            values[0] = null;
        }
        for (int i = 0; i < results; i++) {
            stack.values[at + i] = i < 2 ? values[i] : null;
            stack.numbers[at + i] = i < 2 ? numbers[i] : 0;
        }
        return results;
    }
}
