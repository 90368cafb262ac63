package ktap.runtime.bpf;

/** The kinds of maps that ktap uses (linux/bpf.h, enum bpf_map_type). */
public enum MapType {
    HASH(1), ARRAY(2), PERCPU_ARRAY(6),
    /** Linux 5.8; the number of entries is the data area's size in bytes, a power of two and of whole pages. */
    RING_BUFFER(27);

    private final int number;

    MapType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Whether user space sees one value for each possible CPU. */
    public boolean isPerCpu() {
        return this == PERCPU_ARRAY;
    }
}
