package ktap.runtime.bpf;

/** The kinds of programs that ktap loads (linux/bpf.h, enum bpf_prog_type). */
public enum ProgramType {
    /** Runs on a perf event of a classic tracepoint; its context is the record. */
    TRACEPOINT(5),
    /** Runs on the overflows of any other perf event; its context is the interrupted registers. */
    PERF_EVENT(7),
    /** Runs on a tracepoint itself; its context is the tracepoint's arguments, 8 bytes each. */
    RAW_TRACEPOINT(17);

    private final int number;

    ProgramType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
