package ktap.runtime.vm;

/**
 * The event for which a handler runs. Valid only while the handler runs: an implementation may be a view of a buffer
 * that is used again. Strings are {@linkplain ktap.runtime.bytecode.ByteString byte strings}.
 */
public interface ScriptEvent {

    /** The event's name without its subsystem, for example {@code sys_enter_read}. */
    String name();

    /** The process id (the thread group's). */
    int pid();

    /** The thread id. */
    int tid();

    /** The real user id, unsigned. */
    long uid();

    /** The number of the CPU on which it happened. */
    int cpu();

    /** The command name of the thread. */
    String execname();

    /** When it happened: nanoseconds of the target's monotonic clock. */
    long time();

    /** The event as the kernel's trace file shows it, without a line end. */
    String text();

    /**
     * A field of the event: one of its record, or one of the fields that every event has.
     *
     * @return a Long, Boolean or byte string; null if there is none of that name
     */
    Object field(String name);

    /**
     * A field of the event's record by its place in the format, without the fields that every event has.
     *
     * @param index from 0
     * @return a Long, Boolean or byte string; null if there are not so many
     */
    Object argument(int index);
}
