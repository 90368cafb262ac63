package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;

/**
 * One call of a built-in: its arguments, numbered from 1, its result, and the surroundings. Valid until the built-in
 * returns.
 */
public final class Call {
    Object result;
    long resultNumber;
    /** How many results there are: 0 or 1. */
    int results;

    private final Interpreter interpreter;
    private final CallStack stack;
    private final String name;
    private final int base;
    private final int count;

    Call(Interpreter interpreter, CallStack stack, String name, int base, int count) {
        this.interpreter = interpreter;
        this.stack = stack;
        this.name = name;
        this.base = base;
        this.count = count;
    }

    /** How many arguments there are. */
    public int count() {
        return count;
    }

    /** An argument: null for nil or if there are not so many, a Long for an integer. */
    public Object value(int argument) {
        return argument > count ? null : Values.box(tag(argument), stack.numbers[base + argument - 1]);
    }

    /** An argument that must be an integer. */
    public long integer(int argument) {
        if (tag(argument) != Values.INT) {
            throw wrongType(argument, "must be a number");
        }
        return stack.numbers[base + argument - 1];
    }

    /** An argument that must be a byte string. */
    public String string(int argument) {
        if (tag(argument) instanceof String bytes) {
            return bytes;
        }
        throw wrongType(argument, "must be a string");
    }

    /** An argument that must be a table. */
    public KtapTable table(int argument) {
        if (tag(argument) instanceof KtapTable table) {
            return table;
        }
        throw wrongType(argument, "must be a table");
    }

    /** An argument that must be a function of the script. */
    public Closure function(int argument) {
        if (tag(argument) instanceof Closure closure) {
            return closure;
        }
        throw wrongType(argument, tag(argument) instanceof BuiltinFunction
                ? "must be a function of the script: write function () { ... } around it" : "must be a function");
    }

    /** The argument as {@code print} shows it: a byte string. */
    public String text(int argument) {
        return Values.text(value(argument));
    }

    /** The error of an argument of the wrong type; {@code wanted} goes on after "argument N is X, ". */
    public ScriptError wrongType(int argument, String wanted) {
        return wrong(argument, argument > count ? "is missing" : "is " + Values.describeType(tag(argument)), wanted);
    }

    /** The error of a wrong argument: {@code NAME: argument N PROBLEM, WANTED}. */
    public ScriptError wrong(int argument, String problem, String wanted) {
        return new ScriptError("ktap.script.argument", name + ": argument " + argument + " " + problem + ", " + wanted);
    }

    /** Sets the result to an integer. */
    public void result(long number) {
        results = 1;
        result = Values.INT;
        resultNumber = number;
    }

    /** Sets the result to a byte string or Boolean, or nil. */
    public void result(Object value) {
        results = 1;
        result = Values.tag(value);
        resultNumber = Values.number(value);
    }

    /** Sets the result to an iterator over a table. */
    public void resultPairs(KtapTable table) {
        results = 1;
        result = new TablePairs(table);
    }

    /** Sets the result to an iterator over a table's elements, those with the largest values first. */
    public void resultLargest(KtapTable table, long most) {
        List<SortedPairs.Element> all = SortedPairs.largestFirst(elements(table));
        results = 1;
        result = new SortedPairs(all.subList(0, Math.clamp(most, 0, all.size())));
    }

    /**
     * Sets the result to an iterator over a table's elements in the order that a function of the script tells: it is
     * given two values and their keys, and says whether the first comes before the second.
     */
    public void resultSorted(KtapTable table, Closure isBefore) {
        List<SortedPairs.Element> sorted = MergeSort.sort(elements(table), (a, b) -> Operations.isTrue(
                interpreter.evaluate(isBefore, a.value(), b.value(), a.key(), b.key())));
        results = 1;
        result = new SortedPairs(sorted);
    }

    private List<SortedPairs.Element> elements(KtapTable table) {
        spend(table.size());
        List<SortedPairs.Element> elements = new ArrayList<>(table.size());
        table.forEach((key, value) -> elements.add(new SortedPairs.Element(key, value)));
        return elements;
    }

    /** A new empty table that counts against the budget. */
    public KtapTable newTable() {
        return interpreter.newTable();
    }

    /** A new empty distribution that counts against the budget. */
    public Distribution newDistribution(Distribution.Ranges ranges) {
        return new Distribution(ranges, newTable());
    }

    /** The event that is handled; null if there is none. */
    public ScriptEvent event() {
        return interpreter.event();
    }

    /** Whether the main chunk has been asked to end, so that a built-in that waits should not go on. */
    public boolean isCancelled() {
        return interpreter.isCancelled();
    }

    public ScriptHost host() {
        return interpreter.host();
    }

    public Budget budget() {
        return interpreter.budget();
    }

    /** Counts work that grows with the size of an argument, in steps of the budget. */
    public void spend(long steps) {
        interpreter.spend(steps);
    }

    /** The string, unless it is longer than the budget allows: then a {@link ScriptError}. */
    public String checked(String bytes) {
        if (bytes.length() > budget().stringBytes()) {
            throw Operations.stringTooLong(budget().stringBytes());
        }
        return bytes;
    }

    /** Keeps a function that the host will call later among those whose tables are the script's. */
    public void keep(Closure function) {
        interpreter.keep(function);
    }

    /** Lets the host trace until it ends. */
    public void waitForEnd() {
        interpreter.waitForEnd();
    }

    /** Calls a function of the script without arguments, as an entry of its own. */
    public void enter(Closure function) {
        interpreter.call(function, null);
    }

    /** Ends the entry that runs. Never returns. */
    public void unwind() {
        throw new ScriptExit();
    }

    private Object tag(int argument) {
        return argument > count ? null : stack.values[base + argument - 1];
    }
}
