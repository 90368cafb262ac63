package ktap.runtime.kernel.jna;

import ktap.runtime.report.TargetException;

/** Attaches programs to classic tracepoints, through one perf event each (perf_event_open(2)). */
final class PerfEvents {
    private static final int TYPE_TRACEPOINT = 2;
    private static final int ATTRIBUTES_SIZE = 112;
    private static final int SAMPLE_RAW = 0x400;
    private static final int ALL_PROCESSES = -1;
    private static final long CLOSE_ON_EXEC = 8;
    private static final long ENABLE = 0x2400;
    private static final long SET_BPF = 0x40042408;

    private final SystemCalls calls;
    private final int cpu;

    /** @param cpu one that is in use; a program runs on all of them, wherever its perf event is */
    PerfEvents(SystemCalls calls, int cpu) {
        this.calls = calls;
        this.cpu = cpu;
    }

    /** @return the perf event's descriptor, with which the attachment ends */
    int attach(int program, int tracepoint) throws TargetException {
        try (Attributes attributes = new Attributes(ATTRIBUTES_SIZE)) {
            attributes.u32(0, TYPE_TRACEPOINT).u32(4, ATTRIBUTES_SIZE).u64(8, tracepoint).u64(16, 1)
                    .u64(24, SAMPLE_RAW);
            int event = calls.perfEventOpen(attributes.memory(), ALL_PROCESSES, cpu, CLOSE_ON_EXEC);
            if (event < 0) {
                throw Failures.of("open the tracepoint number " + tracepoint, -event);
            }
            int result = calls.ioctl(event, SET_BPF, program);
            if (result >= 0) {
                result = calls.ioctl(event, ENABLE, 0);
            }
            if (result < 0) {
                calls.close(event);
                throw Failures.of("attach to the tracepoint number " + tracepoint, -result);
            }
            return event;
        }
    }
}
