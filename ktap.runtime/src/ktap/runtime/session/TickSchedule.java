package ktap.runtime.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * When the script's ticks are due: at the start plus each multiple of their periods, so that they do not drift. Times
 * are nanoseconds of the monotonic clock, which {@link System#nanoTime()} and the kernel's events share on Linux. Ticks
 * that were missed because nobody looked are one tick. Not thread-safe.
 */
final class TickSchedule {
    private static final class Tick {
        private final int handler;
        private final long period;
        private long due;

        Tick(int handler, long period) {
            this.handler = handler;
            this.period = period;
        }

        void pass(long time) {
            due += ((time - due) / period + 1) * period;
        }
    }

    private final List<Tick> ticks = new ArrayList<>();
    private Tick next;
    private long now;

    /** Adds a tick; before the start. */
    void add(int handler, long periodNanos) {
        ticks.add(new Tick(handler, periodNanos));
    }

    boolean isEmpty() {
        return ticks.isEmpty();
    }

    /** The handlers and periods in the order in which they were added. */
    void forEach(PlannedTick action) {
        ticks.forEach(tick -> action.accept(tick.handler, tick.period));
    }

    /** Is given a tick. */
    interface PlannedTick {
        void accept(int handler, long periodNanos);
    }

    /** The clock begins. */
    void start(long time) {
        ticks.forEach(tick -> tick.due = time + tick.period);
        next = earliest();
    }

    /** Hands over the handlers of all ticks that are due, each once, in the order in which they became due. */
    void runUntil(long time, IntConsumer handlers) {
        while (next != null && next.due - time <= 0) {
            Tick due = next;
            now = due.due;
            due.pass(time);
            next = earliest();
            handlers.accept(due.handler);
        }
    }

    /** When the tick that was handed over last was due. */
    long now() {
        return now;
    }

    /** How long it is until the next tick, at most the given time. */
    long untilNext(long time, long most) {
        return next == null ? most : Math.clamp(next.due - time, 0, most);
    }

    private Tick earliest() {
        Tick earliest = null;
        for (Tick tick : ticks) {
            if (earliest == null || tick.due - earliest.due < 0) {
                earliest = tick;
            }
        }
        return earliest;
    }
}
