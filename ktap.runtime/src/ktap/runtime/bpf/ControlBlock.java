package ktap.runtime.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What all programs of a capture look at before they do anything: the value of {@link CaptureMaps#CONTROL}.
 *
 * @param enabled whether events are captured; one word for all programs, so that all start and stop at one instant
 * @param excludedPid the process id whose events are never captured: the tracer's own
 * @param untracked how many processes should have become traced, but found the set of traced processes full
 */
public record ControlBlock(boolean enabled, int excludedPid, long untracked) {
    static final int ENABLED = 0;
    static final int EXCLUDED_PID = 4;
    static final int UNTRACKED = 8;
    static final int SIZE = 16;

    public static ControlBlock read(ByteBuffer value) {
        return new ControlBlock(value.getInt(ENABLED) != 0, value.getInt(EXCLUDED_PID), value.getLong(UNTRACKED));
    }

    public ByteBuffer toValue(ByteOrder order) {
        return ByteBuffer.allocate(SIZE).order(order)
                .putInt(ENABLED, enabled ? 1 : 0)
                .putInt(EXCLUDED_PID, excludedPid)
                .putLong(UNTRACKED, untracked);
    }
}
