package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How often integers fell into each of a row of ranges: what {@code quantize} and {@code lhist} collect in an element
 * of a table. Belongs to the interpreter's thread. The counts are kept in a table, so that they are part of the budget.
 */
public final class Distribution {
    private final Ranges ranges;
    private final KtapTable counts;

    /** How the integers are divided into ranges, which have numbers that ascend with them. */
    public sealed interface Ranges permits PowersOfTwo, Steps {

        /** The number of the range that holds the value. */
        long rangeOf(long value);

        /** The range as text. */
        String label(long range);
    }

    /** 0, and from each power of two to the next; the same for negative numbers. */
    public record PowersOfTwo() implements Ranges {
        @Override
        public long rangeOf(long value) {
            if (value == 0) {
                return 0;
            }
            int magnitude = Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? -value : value);
            return value < 0 ? -magnitude : magnitude;
        }

        @Override
        public String label(long range) {
            if (range == 0) {
                return "0";
            }
            String lower = power(Math.abs(range) - 1);
            String upper = power(Math.abs(range));
            return range > 0 ? "[" + lower + ", " + upper + ")" : "(-" + upper + ", -" + lower + "]";
        }

        private static String power(long exponent) {
            String[] units = {"", "K", "M", "G", "T", "P", "E"};
            int unit = (int) exponent / 10;
            return (1L << exponent % 10) + units[unit];
        }
    }

    /**
     * Ranges of equal width from {@code from} on, up to {@code to}, and one for all below and one for all above.
     *
     * @param step the width, at least 1
     */
    public record Steps(long from, long to, long step) implements Ranges {
        /** So many ranges there can be between {@code from} and {@code to}. */
        public static final int MOST = 1000;

        /** @throws ScriptError if there is no range, or there are more than {@value #MOST} */
        public Steps {
            if (step < 1 || to <= from) {
                throw new ScriptError("ktap.script.argument",
                        "there are no ranges from " + from + " to " + to + " in steps of " + step);
            }
            if (Long.compareUnsigned(Long.divideUnsigned(to - from - 1, step), MOST) >= 0) {
                throw new ScriptError("ktap.script.argument", "more than " + MOST + " ranges from " + from + " to " + to
                        + " in steps of " + step);
            }
        }

        @Override
        public long rangeOf(long value) {
            if (value < from) {
                return -1;
            }
            return value >= to ? ranges() : Long.divideUnsigned(value - from, step);
        }

        private long ranges() {
            return Long.divideUnsigned(to - from - 1, step) + 1;
        }

        @Override
        public String label(long range) {
            if (range < 0) {
                return "(..., " + from + ")";
            }
            if (range >= ranges()) {
                return "[" + to + ", ...)";
            }
            long start = from + range * step;
            return "[" + start + ", " + (range == ranges() - 1 ? to : start + step) + ")";
        }
    }

    /**
     * One range and its count.
     *
     * @param label the range as text
     * @param count how many integers fell into it
     */
    public record Bucket(String label, long count) {
    }

    Distribution(Ranges ranges, KtapTable counts) {
        this.ranges = Objects.requireNonNull(ranges);
        this.counts = Objects.requireNonNull(counts);
    }

    public Ranges ranges() {
        return ranges;
    }

    /** Counts one integer. */
    public void add(long value) {
        counts.add(ranges.rangeOf(value), 1);
    }

    /** How many integers have been counted. */
    public long count() {
        long[] sum = new long[1];
        counts.forEach((range, count) -> sum[0] += (Long) count);
        return sum[0];
    }

    /** All ranges from the first to the last that is not empty, in their order. */
    public List<Bucket> buckets() {
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        counts.forEach((range, count) -> {
            ends[0] = Math.min(ends[0], (Long) range);
            ends[1] = Math.max(ends[1], (Long) range);
        });
        List<Bucket> buckets = new ArrayList<>();
        for (long range = ends[0]; range <= ends[1]; range++) {
            buckets.add(new Bucket(ranges.label(range), counts.get(range) instanceof Long count ? count : 0));
        }
        return buckets;
    }

    void reach(Census census) {
        census.reach(counts);
    }

    @Override
    public String toString() {
        return "[distribution of " + count() + "]";
    }
}
