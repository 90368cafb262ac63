package ktap.runtime.session;

import java.util.OptionalInt;

/**
 * How a session traces and what it shows.
 *
 * @param cpu trace only this CPU; empty: all
 * @param timeStamps whether each line that a handler writes begins with the time of its event
 * @param planOnly whether the session ends where it would begin to trace: the main chunk runs up to its first wait, the
 *            listener is told the {@link TracePlan}, and nothing is attached
 */
public record TraceOptions(OptionalInt cpu, boolean timeStamps, boolean planOnly) {

    /** All CPUs, the script's output as it is, and tracing. */
    public static TraceOptions defaults() {
        return new TraceOptions(OptionalInt.empty(), false, false);
    }
}
