package ktap.runtime.probe;

import java.util.OptionalInt;

/**
 * How events are captured.
 *
 * @param ringBytes the size of the ring buffer in bytes, a power of two of at least 4096
 * @param tracedOnly whether only the processes that the capture is told to trace are captured, with their children;
 *            else the whole system is, without the tracer itself
 * @param cpu the only CPU whose events are captured; empty for all
 */
public record CaptureOptions(int ringBytes, boolean tracedOnly, OptionalInt cpu) {
    /** Room for about 200,000 events. */
    public static final int DEFAULT_RING_BYTES = 32 << 20;

    public static CaptureOptions wholeSystem() {
        return new CaptureOptions(DEFAULT_RING_BYTES, false, OptionalInt.empty());
    }

    public static CaptureOptions tracedProcesses() {
        return new CaptureOptions(DEFAULT_RING_BYTES, true, OptionalInt.empty());
    }

    /** The same, but with the events of this CPU alone, if one is given. */
    public CaptureOptions onCpu(OptionalInt wanted) {
        return new CaptureOptions(ringBytes, tracedOnly, wanted);
    }
}
