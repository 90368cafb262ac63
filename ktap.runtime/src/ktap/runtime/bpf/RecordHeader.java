package ktap.runtime.bpf;

/** The layout of the beginning of every record of a classic tracepoint (struct trace_entry of linux/trace_events.h). */
public final class RecordHeader {
    /** u16: the event's id; ktap's programs leave it 0. */
    public static final int TYPE = 0;
    /** s32: the thread id. */
    public static final int PID = 4;
    /** The length of the header. */
    public static final int SIZE = 8;
    /** s32, in the records of system calls: the call's number. */
    public static final int SYSCALL_NUMBER = 8;
    /** u64 each, in the records of system calls: the arguments, or the result. */
    public static final int SYSCALL_ARGUMENTS = 16;

    private RecordHeader() {
    }
}
