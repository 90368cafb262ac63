package ktap.runtime.kernel.jna;

import ktap.runtime.report.TargetException;

/** Attaches programs to classic tracepoints and clocks, through one perf event each (perf_event_open(2)). */
final class PerfEvents {
    private static final int TYPE_SOFTWARE = 1;
    private static final int TYPE_TRACEPOINT = 2;
    private static final int CPU_CLOCK = 0;
    private static final int ATTRIBUTES_SIZE = 112;
    private static final int SAMPLE_RAW = 0x400;
    private static final int ALL_PROCESSES = -1;
    private static final long CLOSE_ON_EXEC = 8;
    private static final long ENABLE = 0x2400;
    private static final long SET_BPF = 0x40042408;

    private final SystemCalls calls;

    PerfEvents(SystemCalls calls) {
        this.calls = calls;
    }

    /**
     * Attaches to a tracepoint, on all CPUs.
     *
     * @param cpu one that is in use; the program runs on all of them, wherever its perf event is
     * @return the perf event's descriptor, with which the attachment ends
     */
    int attachTracepoint(int program, int tracepoint, int cpu) throws TargetException {
        try (Attributes attributes = new Attributes(ATTRIBUTES_SIZE)) {
            attributes.u32(0, TYPE_TRACEPOINT).u32(4, ATTRIBUTES_SIZE).u64(8, tracepoint).u64(16, 1)
                    .u64(24, SAMPLE_RAW);
            return attach(program, attributes, cpu, "the tracepoint number " + tracepoint);
        }
    }

    /**
     * Attaches to the clock of one CPU.
     *
     * @param periodNanos the time between two runs
     * @return the perf event's descriptor, with which the attachment ends
     */
    int attachClock(int program, long periodNanos, int cpu) throws TargetException {
        try (Attributes attributes = new Attributes(ATTRIBUTES_SIZE)) {
            attributes.u32(0, TYPE_SOFTWARE).u32(4, ATTRIBUTES_SIZE).u64(8, CPU_CLOCK).u64(16, periodNanos);
            return attach(program, attributes, cpu, "the clock of CPU " + cpu);
        }
    }

    private int attach(int program, Attributes attributes, int cpu, String what) throws TargetException {
        int event = calls.perfEventOpen(attributes.memory(), ALL_PROCESSES, cpu, CLOSE_ON_EXEC);
        if (event < 0) {
            throw Failures.of("open " + what, -event);
        }
        int result = calls.ioctl(event, SET_BPF, program);
        if (result >= 0) {
            result = calls.ioctl(event, ENABLE, 0);
        }
        if (result < 0) {
            calls.close(event);
            throw Failures.of("attach to " + what, -result);
        }
        return event;
    }
}
