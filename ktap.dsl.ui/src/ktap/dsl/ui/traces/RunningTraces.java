package ktap.dsl.ui.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The traces that run, and the last ones that ended, newest first. Thread-safe. Viewers ask it again from time to time:
 * it tells nobody of changes, so that a fast tracer cannot flood the user interface.
 */
public final class RunningTraces {
    /** Ended traces hold their tables in memory, so only some are kept. */
    private static final int MAX_ENDED = 5;

    private final List<TraceSource> traces = new ArrayList<>();

    /** Adds a trace that was just started. */
    public synchronized void add(TraceSource trace) {
        traces.addFirst(trace);
        List<TraceSource> ended = traces.stream().filter(other -> !other.isRunning()).skip(MAX_ENDED).toList();
        traces.removeAll(ended);
    }

    /** Forgets a trace. */
    public synchronized void remove(TraceSource trace) {
        traces.remove(trace);
    }

    /** All known traces, newest first. */
    public synchronized List<TraceSource> all() {
        return List.copyOf(traces);
    }

    /** Ends every running trace, and waits for all of them together at most this time. */
    public void stopAll(Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        List<TraceSource> running = all().stream().filter(TraceSource::isRunning).toList();
        running.forEach(TraceSource::stop);
        for (TraceSource trace : running) {
            Duration left = Duration.between(Instant.now(), end);
            trace.awaitEnd(left.isNegative() ? Duration.ZERO : left);
        }
    }
}
