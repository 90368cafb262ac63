package ktap.runtime.bpf;

/** The layout of what stands before each record in the ring buffer; offsets in bytes. */
public final class EventHeader {
    /** u32: the event's number in the plan. */
    public static final int EVENT = 0;
    /** u32. */
    public static final int CPU = 4;
    /** u64: nanoseconds of the monotonic clock. */
    public static final int TIME = 8;
    /** u32. */
    public static final int TID = 16;
    /** u32: the thread group's id. */
    public static final int PID = 20;
    /** u32: the real user id. */
    public static final int UID = 24;
    /** u32: the length of the record that follows. */
    public static final int RECORD_LENGTH = 28;
    /** char[16]: the thread's name, ended by NUL. */
    public static final int COMM = 32;
    /** The length of {@link #COMM}. */
    public static final int COMM_LENGTH = 16;
    /** The length of the header, which is the offset of the record. */
    public static final int SIZE = 48;

    private EventHeader() {
    }
}
