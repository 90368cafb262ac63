package ktap.runtime.probe;

import java.util.List;

/**
 * A handler for samples of all CPUs, taken whenever a CPU's clock has run for the period.
 *
 * @param handler a number that means something to whoever made the registration
 * @param periodNanos at least {@link #SHORTEST_PERIOD}
 */
public record Sampling(int handler, long periodNanos) {
    /** What the kernel makes of any shorter period of its CPU clock (perf_swevent_start_hrtimer), in nanoseconds. */
    public static final long SHORTEST_PERIOD = 10_000;

    private static final EventFormat FORMAT = new EventFormat("profile", 0, List.of(), "");
    private static final long[] UNITS = {1_000_000_000, 1_000_000, 1_000};
    private static final String[] UNIT_NAMES = {"s", "ms", "us"};

    public Sampling {
        if (periodNanos < SHORTEST_PERIOD) {
            throw new IllegalArgumentException("The kernel takes no samples each " + periodNanos + " ns");
        }
    }

    EventDescriptor event(int id) {
        return new EventDescriptor(id, new EventName(EventName.SAMPLES, "profile-" + text(periodNanos)), () -> FORMAT,
                List.of(handler));
    }

    /** A period in its largest unit without a fraction, for example {@code 10ms}. */
    public static String text(long periodNanos) {
        for (int i = 0; i < UNITS.length; i++) {
            if (periodNanos % UNITS[i] == 0) {
                return periodNanos / UNITS[i] + UNIT_NAMES[i];
            }
        }
        return periodNanos + "ns";
    }
}
