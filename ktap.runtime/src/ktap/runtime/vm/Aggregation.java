package ktap.runtime.vm;

/**
 * What {@code t[k] <<< n} collects of the integers given to it. An element of a table holds it as a value that goes on
 * changing: whoever keeps it in a variable sees later numbers too. Belongs to the interpreter's thread.
 */
public final class Aggregation {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    void add(long value) {
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** How many integers, at least 1. */
    public long count() {
        return count;
    }

    /** Their sum, 64-bit with wrap-around. */
    public long sum() {
        return sum;
    }

    /** The smallest. */
    public long min() {
        return min;
    }

    /** The largest. */
    public long max() {
        return max;
    }

    /** Their mean, truncated toward zero. */
    public long avg() {
        return sum / count;
    }

    /** {@code [count: %6d sum: %6d max: %6d min: %6d avg: %6d]}. */
    @Override
    public String toString() {
        return String.format("[count: %6d sum: %6d max: %6d min: %6d avg: %6d]", count, sum, max, min, avg());
    }
}
