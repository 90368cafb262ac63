package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ktap.runtime.bytecode.ChunkLimits;

/**
 * The registers of all active calls, and the calls. The registers of the main chunk stay in place when it has ended.
 */
final class CallStack {
    /** The registers, in pairs of Object and long as {@link Values} tells. Replaced when the stack grows. */
    long[] numbers = new long[256];
    Object[] values = new Object[256];

    /** In the place of a number of results: as many as there are, as an open list. */
    static final int ALL = -1;

    private final String source;
    private final int floor;
    private final int maxDepth;
    private final int maxSize;
    private Activation[] calls = new Activation[16];
    private int depth;
    /** Whether the main chunk ends when what it called returns. */
    private boolean mainIsEnding;

    /**
     * @param source the script's name, for traces
     * @param floor how many registers at the bottom are for the main chunk only
     */
    CallStack(String source, int floor, int maxDepth) {
        this.source = source;
        this.floor = floor;
        this.maxDepth = maxDepth;
        this.maxSize = floor + (maxDepth + 1) * ChunkLimits.REGISTERS;
        reserve(floor);
    }

    int depth() {
        return depth;
    }

    Activation top() {
        return calls[depth - 1];
    }

    /**
     * Starts a call. The arguments are at {@code from} in the stack; missing ones become nil, extra ones are left out.
     *
     * @throws ScriptError if there are too many calls inside each other
     */
    Activation push(Closure closure, int from, int arguments, int resultsAt, int results) {
        Activation call = open(closure, end());
        call.resultsAt = resultsAt;
        call.results = results;
        FunctionCode code = closure.code;
        if (code.vararg) {
            call.extraAt = from + code.parameters;
            call.extra = Math.max(0, arguments - code.parameters);
        }
        move(from, arguments, call.base, code.parameters);
        return call;
    }

    /**
     * Puts a call in the place of the innermost one, whose caller gets its results. The main chunk keeps its place,
     * because its variables live on.
     */
    void replace(Closure closure, int from, int arguments) {
        Activation call = top();
        // The main chunk's registers are at the bottom; those of other entries are not.
        if (call.start == 0) {
            push(closure, from, arguments, from, 0);
            mainIsEnding = true;
            return;
        }
        FunctionCode code = closure.code;
        int base = call.start;
        int parameters = code.parameters;
        if (code.vararg) {
            move(from, arguments, call.start, arguments);
            from = call.start;
            base += arguments;
        }
        reserve(base + code.registers);
        call.closure = closure;
        call.code = code;
        call.base = base;
        call.next = 0;
        call.extraAt = call.start + parameters;
        call.extra = Math.max(0, arguments - parameters);
        call.limit = base + code.registers;
        move(from, arguments, base, parameters);
    }

    /** The innermost call has an open list that ends at this place. */
    void openList(Activation call, int top) {
        reserve(top);
        call.top = top;
        call.limit = Math.max(call.base + call.code.registers, top);
    }

    /** The open list of this call has been taken. */
    void closeList(Activation call) {
        call.limit = call.base + call.code.registers;
    }

    /** Starts the main chunk, at the bottom. */
    void pushMain(Closure main) {
        open(main, 0).extra = 0;
    }

    /** Starts a call from outside the script, with the event as its only argument, or nil. */
    void pushEntry(Closure function, LiveEvent event) {
        int start = end();
        boolean isExtra = event != null && function.code.parameters == 0;
        Activation call = open(function, isExtra ? start + 1 : start);
        call.start = start;
        call.extraAt = start;
        call.extra = isExtra ? 1 : 0;
        Arrays.fill(values, start, call.base + call.code.parameters, null);
        if (event != null) {
            values[start] = event;
        }
    }

    /**
     * Starts a call for a built-in that the innermost call has called. Its first result goes to the place where the
     * innermost call ended.
     */
    void pushEvaluation(Closure function, Object... arguments) {
        int at = end();
        openList(top(), at + 1 + arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            values[at + 1 + i] = Values.tag(arguments[i]);
            numbers[at + 1 + i] = Values.number(arguments[i]);
        }
        push(function, at + 1, arguments.length, at, 1);
    }

    /** The next instruction of the main chunk, which is the bottommost call; where it stopped if it has ended. */
    int mainPosition() {
        return calls[0].next;
    }

    private Activation open(Closure closure, int base) {
        if (depth >= maxDepth) {
            throw new ScriptError("ktap.script.stackOverflow",
                    "stack overflow: more than " + maxDepth + " calls inside each other",
                    "end the recursion, or raise the depth limit");
        }
        reserve(base + closure.code.registers);
        if (depth == calls.length) {
            calls = Arrays.copyOf(calls, depth * 2);
        }
        Activation call = calls[depth];
        if (call == null) {
            call = new Activation();
            calls[depth] = call;
        }
        depth++;
        call.closure = closure;
        call.code = closure.code;
        call.base = base;
        call.start = base;
        call.limit = base + closure.code.registers;
        call.next = 0;
        call.results = 0;
        return call;
    }

    /** Ends the innermost call: hands {@code count} values from {@code from} on to the caller. */
    void pop(int from, int count) {
        Activation call = calls[--depth];
        if (call.results == ALL) {
            move(from, count, call.resultsAt, count);
            openList(top(), call.resultsAt + count);
        } else {
            move(from, count, call.resultsAt, call.results);
        }
        if (depth == 1 && mainIsEnding) {
            unwindTo(0);
        }
    }

    /** Copies {@code wanted} values, of which {@code count} are there; the others are nil. Loops, as they are few. */
    void move(int from, int count, int to, int wanted) {
        int given = Math.min(count, wanted);
        for (int i = 0; i < given; i++) {
            numbers[to + i] = numbers[from + i];
            Object value = values[from + i];
            if (values[to + i] != value) {
                values[to + i] = value;
            }
        }
        for (int i = given; i < wanted; i++) {
            values[to + i] = null;
        }
    }

    /** Forgets the calls above this depth. */
    void unwindTo(int newDepth) {
        depth = newDepth;
        mainIsEnding &= newDepth > 0;
    }

    /** The first register that no active call uses. */
    int end() {
        return depth == 0 ? floor : top().limit;
    }

    /** The calls above {@code bottom}, innermost first. */
    List<ScriptError.Frame> trace(int bottom) {
        List<ScriptError.Frame> trace = new ArrayList<>();
        for (int i = depth - 1; i >= bottom; i--) {
            Activation call = calls[i];
            trace.add(new ScriptError.Frame(call.closure.name(), source, call.code.prototype.line(call.next - 1)));
        }
        return trace;
    }

    private void reserve(int size) {
        if (size > values.length) {
            if (size > maxSize) {
                throw new ScriptError("ktap.script.stackOverflow",
                        "stack overflow: more than " + maxSize + " arguments and variables at the same time");
            }
            int larger = Math.max(size, values.length * 2);
            values = Arrays.copyOf(values, larger);
            numbers = Arrays.copyOf(numbers, larger);
        }
    }
}
