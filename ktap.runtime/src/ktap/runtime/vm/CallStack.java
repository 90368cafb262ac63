package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The registers of all active calls, and the calls. The registers of the main chunk stay in place when it has ended.
 */
final class CallStack {
    /** The registers, in pairs of Object and long as {@link Values} tells. Replaced when the stack grows. */
    long[] numbers = new long[256];
    Object[] values = new Object[256];

    private final String source;
    private final int floor;
    private final int maxDepth;
    private Activation[] calls = new Activation[16];
    private int depth;

    /**
     * @param source the script's name, for traces
     * @param floor how many registers at the bottom are for the main chunk only
     */
    CallStack(String source, int floor, int maxDepth) {
        this.source = source;
        this.floor = floor;
        this.maxDepth = maxDepth;
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
        move(from, arguments, call.base, call.code.parameters);
        return call;
    }

    /** Starts the main chunk, at the bottom. */
    void pushMain(Closure main) {
        open(main, 0);
    }

    /** Starts a call from outside the script, with the event as its only argument, or nil. */
    void pushEntry(Closure function, LiveEvent event) {
        Activation call = open(function, end());
        Arrays.fill(values, call.base, call.base + call.code.parameters, null);
        if (event != null) {
            values[call.base] = event;
        }
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
        call.next = 0;
        call.results = 0;
        return call;
    }

    /** Ends the innermost call: hands {@code count} values from {@code from} on to the caller. */
    void pop(int from, int count) {
        Activation call = top();
        move(from, count, call.resultsAt, call.results);
        depth--;
    }

    /** Copies {@code wanted} values, of which {@code count} are there; the others are nil. Loops, as they are few. */
    private void move(int from, int count, int to, int wanted) {
        int given = Math.min(count, wanted);
        for (int i = 0; i < given; i++) {
            values[to + i] = values[from + i];
            numbers[to + i] = numbers[from + i];
        }
        for (int i = given; i < wanted; i++) {
            values[to + i] = null;
        }
    }

    /** Forgets the calls above this depth. */
    void unwindTo(int newDepth) {
        depth = newDepth;
    }

    /** The first register that no active call uses. */
    int end() {
        return depth == 0 ? floor : top().base + top().code.registers;
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
            int larger = Math.max(size, values.length * 2);
            values = Arrays.copyOf(values, larger);
            numbers = Arrays.copyOf(numbers, larger);
        }
    }
}
