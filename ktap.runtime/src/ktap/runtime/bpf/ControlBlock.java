package ktap.runtime.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * What all programs of a capture look at before they do anything: the value of {@link CaptureMaps#CONTROL}.
 *
 * @param enabled whether events are captured; one word for all programs, so that all start and stop at one instant
 * @param excludedPid the process id whose events are never captured: the tracer's own
 * @param untracked how many processes should have become traced, but found the set of traced processes full
 * @param cpu the only CPU whose events are captured; empty for all
 */
public record ControlBlock(boolean enabled, int excludedPid, long untracked, OptionalInt cpu) {
    static final int ENABLED = 0;
    static final int EXCLUDED_PID = 4;
    static final int UNTRACKED = 8;
    /** u32: one plus the CPU's number; 0 for all CPUs. */
    static final int CPU_PLUS_ONE = 16;
    static final int SIZE = 24;

    public static ControlBlock read(ByteBuffer value) {
        int cpu = value.getInt(CPU_PLUS_ONE);
        return new ControlBlock(value.getInt(ENABLED) != 0, value.getInt(EXCLUDED_PID), value.getLong(UNTRACKED),
                cpu == 0 ? OptionalInt.empty() : OptionalInt.of(cpu - 1));
    }

    public ByteBuffer toValue(ByteOrder order) {
        return ByteBuffer.allocate(SIZE).order(order)
                .putInt(ENABLED, enabled ? 1 : 0)
                .putInt(EXCLUDED_PID, excludedPid)
                .putLong(UNTRACKED, untracked)
                .putInt(CPU_PLUS_ONE, cpu.orElse(-1) + 1);
    }
}
