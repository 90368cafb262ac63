package ktap.runtime.bpf;

import java.util.Objects;

/**
 * A map to be made.
 *
 * @param name what programs call it; at most 15 characters reach the kernel
 * @param keySize in bytes; 0 for a ring buffer
 * @param valueSize in bytes; 0 for a ring buffer
 * @param entries the highest number of entries, or the size of a ring buffer in bytes
 */
public record MapSpec(String name, MapType type, int keySize, int valueSize, int entries) {
    public MapSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        if (entries <= 0) {
            throw new IllegalArgumentException("Map " + name + " must have room");
        }
    }

    public static MapSpec array(String name, int valueSize, int entries) {
        return new MapSpec(name, MapType.ARRAY, Integer.BYTES, valueSize, entries);
    }

    public static MapSpec perCpuArray(String name, int valueSize, int entries) {
        return new MapSpec(name, MapType.PERCPU_ARRAY, Integer.BYTES, valueSize, entries);
    }

    public static MapSpec hash(String name, int keySize, int valueSize, int entries) {
        return new MapSpec(name, MapType.HASH, keySize, valueSize, entries);
    }

    /** @param bytes a power of two, at least a page */
    public static MapSpec ring(String name, int bytes) {
        if (Integer.bitCount(bytes) != 1) {
            throw new IllegalArgumentException("The size of a ring buffer is a power of two, not " + bytes);
        }
        return new MapSpec(name, MapType.RING_BUFFER, 0, 0, bytes);
    }
}
