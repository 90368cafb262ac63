package ktap.runtime.bpf.asm;

import java.util.Locale;

/** The kernel's helper functions that ktap's programs call, with their numbers (bpf-helpers(7), linux/bpf.h). */
public enum Helper {
    MAP_LOOKUP_ELEM(1), MAP_UPDATE_ELEM(2), MAP_DELETE_ELEM(3), KTIME_GET_NS(5), GET_SMP_PROCESSOR_ID(8),
    GET_CURRENT_PID_TGID(14), GET_CURRENT_UID_GID(15), GET_CURRENT_COMM(16), GET_CURRENT_TASK(35),
    /** Linux 5.5. */
    PROBE_READ_KERNEL(113),
    /** Linux 5.8. */
    RINGBUF_OUTPUT(130),
    /** Linux 5.8. */
    RINGBUF_RESERVE(131),
    /** Linux 5.8. */
    RINGBUF_SUBMIT(132),
    /** Linux 5.8. */
    RINGBUF_DISCARD(133),
    /** Linux 5.11. */
    GET_CURRENT_TASK_BTF(158);

    private final int number;

    Helper(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
