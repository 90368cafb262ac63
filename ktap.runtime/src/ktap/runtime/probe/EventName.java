package ktap.runtime.probe;

import java.util.Comparator;

/** The full name of an event, for example {@code sched:sched_switch}. Ordered by subsystem, then event. */
public record EventName(String subsystem, String event) implements Comparable<EventName> {
    /** The subsystem whose events are system calls. */
    public static final String SYSCALLS = "syscalls";

    /** What stands for the subsystem in the names of samples, which are no tracepoints. */
    public static final String SAMPLES = "profile";

    private static final Comparator<EventName> ORDER =
            Comparator.comparing(EventName::subsystem).thenComparing(EventName::event);

    @Override
    public int compareTo(EventName other) {
        return ORDER.compare(this, other);
    }

    /** {@code subsystem:event}. */
    @Override
    public String toString() {
        return subsystem + ":" + event;
    }
}
