package ktap.runtime.bpf;

/** The maps that the programs of one capture share: their names and sizes. */
public final class CaptureMaps {
    /** One {@link ControlBlock}. */
    public static final String CONTROL = "control";
    /** The ring buffer of events. */
    public static final String EVENTS = "events";
    /** For each event, by its number, on each CPU: u64 fired, u64 lost. */
    public static final String COUNTERS = "counters";
    /** The set of traced process ids (u32 to u32). */
    public static final String TRACED = "traced";
    /** The set of process ids that become traced when they next execute a program (u32 to u32). */
    public static final String PENDING = "pending";
    /** From a system call's number to one plus the number of the event of its beginning; 0: not wanted. */
    public static final String SYSCALL_ENTER = "syscall_enter";
    /** From a system call's number to one plus the number of the event of its end; 0: not wanted. */
    public static final String SYSCALL_EXIT = "syscall_exit";
    /** Where a record of variable length is put together; one for each CPU. */
    public static final String SCRATCH = "scratch";

    /** The offset of the number of lost events in an element of {@link #COUNTERS}. */
    public static final int COUNTER_LOST = 8;
    /** The highest number of processes that can be traced at a time. */
    public static final int MOST_TRACED = 16384;
    /** One more than the highest number of a system call that can be captured. */
    public static final int MOST_SYSCALLS = 1024;
    /** The longest record in bytes (the kernel's PERF_MAX_TRACE_SIZE). */
    public static final int LONGEST_RECORD = 8192;

    private static final int COUNTER_SIZE = 16;
    private static final int MOST_PENDING = 64;

    private CaptureMaps() {
    }

    public static MapSpec control() {
        return MapSpec.array(CONTROL, ControlBlock.SIZE, 1);
    }

    public static MapSpec events(int bytes) {
        return MapSpec.ring(EVENTS, bytes);
    }

    public static MapSpec counters(int events) {
        return MapSpec.perCpuArray(COUNTERS, COUNTER_SIZE, events);
    }

    public static MapSpec traced() {
        return MapSpec.hash(TRACED, Integer.BYTES, Integer.BYTES, MOST_TRACED);
    }

    public static MapSpec pending() {
        return MapSpec.hash(PENDING, Integer.BYTES, Integer.BYTES, MOST_PENDING);
    }

    /** {@link #SYSCALL_ENTER} or {@link #SYSCALL_EXIT}. */
    public static MapSpec syscalls(String name) {
        return MapSpec.array(name, Integer.BYTES, MOST_SYSCALLS);
    }

    public static MapSpec scratch() {
        return MapSpec.perCpuArray(SCRATCH, EventHeader.SIZE + LONGEST_RECORD, 1);
    }
}
