package ktap.runtime.session;

import java.util.List;

/**
 * What a session would attach.
 *
 * @param handlers the script's handlers, in the order in which they were registered
 */
public record TracePlan(List<HandlerPlan> handlers) {
    public TracePlan {
        handlers = List.copyOf(handlers);
    }

    /**
     * What calls one handler.
     *
     * @param function the handler's name in the script, {@code anonymous} if it has none
     * @param line where the function begins; 0 if not known
     * @param definition as the script wrote it, or {@code tick} or {@code profile} with the period
     * @param sources how its events are got, each way once
     */
    public record HandlerPlan(String function, int line, String definition, List<Source> sources) {
        public HandlerPlan {
            sources = List.copyOf(sources);
        }
    }

    /** Events that are got in one way; a tick has no events. */
    public record Source(Means means, List<String> events) {
        public Source {
            events = List.copyOf(events);
        }
    }

    /** How events are got. */
    public enum Means {
        /** One pair of programs on raw tracepoints serves all system calls. */
        SYSTEM_CALLS,
        /** A program for each event, on its classic tracepoint. */
        TRACEPOINTS,
        /** A program on the clock of each CPU. */
        CPU_CLOCKS,
        /** The session itself, between events. */
        SESSION_CLOCK
    }
}
