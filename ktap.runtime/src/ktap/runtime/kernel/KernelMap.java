package ktap.runtime.kernel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

import ktap.runtime.bpf.MapSpec;
import ktap.runtime.report.TargetException;

/**
 * A map in the kernel. Keys and values are buffers in the kernel's byte order; those that come back are copies from
 * position 0 to their limit. Safe for use by several threads.
 */
public interface KernelMap extends AutoCloseable {

    MapSpec spec();

    /** The kernel's number of the map, as other tools show it. */
    int id() throws TargetException;

    /** The value of a key, for maps that have one value for all CPUs; empty if there is no such key. */
    Optional<ByteBuffer> lookup(ByteBuffer key) throws TargetException;

    /** The values of a key on all possible CPUs, for per-CPU maps; empty if there is no such key. */
    List<ByteBuffer> lookupPerCpu(ByteBuffer key) throws TargetException;

    /** Puts an element, new or not. */
    void update(ByteBuffer key, ByteBuffer value) throws TargetException;

    /** Puts many elements of a map without per-CPU values, with as few calls as the kernel allows. */
    void updateAll(List<Entry> entries) throws TargetException;

    /** Removes an element. @return whether it was there */
    boolean delete(ByteBuffer key) throws TargetException;

    /** Whether the map still has a descriptor. */
    boolean isOpen();

    /** Gives the map back; it lives on while programs use it. */
    @Override
    void close();

    /** An element to put. */
    record Entry(ByteBuffer key, ByteBuffer value) {
    }
}
