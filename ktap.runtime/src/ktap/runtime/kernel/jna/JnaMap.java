package ktap.runtime.kernel.jna;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.sun.jna.Memory;

import ktap.runtime.bpf.MapSpec;
import ktap.runtime.kernel.KernelMap;
import ktap.runtime.report.TargetException;

/** A map of this machine's kernel. */
final class JnaMap implements KernelMap {
    private static final int INFO_SIZE = 128;

    private final SystemCalls calls;
    private final MapSpec spec;
    private final Descriptor descriptor;
    private final int possibleCpus;

    JnaMap(SystemCalls calls, MapSpec spec, Descriptor descriptor, int possibleCpus) {
        this.calls = calls;
        this.spec = spec;
        this.descriptor = descriptor;
        this.possibleCpus = possibleCpus;
    }

    Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public MapSpec spec() {
        return spec;
    }

    @Override
    public int id() throws TargetException {
        try (Memory info = new Memory(INFO_SIZE); Attributes attributes = Attributes.forBpf()) {
            info.clear();
            attributes.u32(0, descriptor.number()).u32(4, INFO_SIZE).address(8, info);
            check(calls.bpf(BpfCommand.OBJ_GET_INFO_BY_FD, attributes.memory()), "describe");
            return info.getInt(4);
        }
    }

    @Override
    public Optional<ByteBuffer> lookup(ByteBuffer key) throws TargetException {
        if (spec.type().isPerCpu()) {
            throw new IllegalStateException("Map " + spec.name() + " has one value for each CPU");
        }
        return read(key, spec.valueSize());
    }

    @Override
    public List<ByteBuffer> lookupPerCpu(ByteBuffer key) throws TargetException {
        if (!spec.type().isPerCpu()) {
            throw new IllegalStateException("Map " + spec.name() + " has one value for all CPUs");
        }
        int step = (spec.valueSize() + 7) & ~7;
        Optional<ByteBuffer> all = read(key, step * possibleCpus);
        List<ByteBuffer> values = new ArrayList<>();
        for (int cpu = 0; all.isPresent() && cpu < possibleCpus; cpu++) {
            values.add(all.get().slice(cpu * step, spec.valueSize()).order(ByteOrder.nativeOrder()));
        }
        return values;
    }

    private Optional<ByteBuffer> read(ByteBuffer key, int size) throws TargetException {
        try (Memory keyMemory = copy(key, spec.keySize());
                Memory value = new Memory(size);
                Attributes attributes = Attributes.forBpf()) {
            attributes.u32(0, descriptor.number()).address(8, keyMemory).address(16, value);
            int result = calls.bpf(BpfCommand.MAP_LOOKUP_ELEM, attributes.memory());
            if (result == -Errno.ENOENT) {
                return Optional.empty();
            }
            check(result, "read");
            return Optional.of(ByteBuffer.wrap(value.getByteArray(0, size)).order(ByteOrder.nativeOrder()));
        }
    }

    @Override
    public void update(ByteBuffer key, ByteBuffer value) throws TargetException {
        try (Memory keyMemory = copy(key, spec.keySize());
                Memory valueMemory = copy(value, spec.valueSize());
                Attributes attributes = Attributes.forBpf()) {
            attributes.u32(0, descriptor.number()).address(8, keyMemory).address(16, valueMemory);
            check(calls.bpf(BpfCommand.MAP_UPDATE_ELEM, attributes.memory()), "write");
        }
    }

    @Override
    public void updateAll(List<Entry> entries) throws TargetException {
        if (entries.isEmpty()) {
            return;
        }
        try (Memory keys = new Memory((long) spec.keySize() * entries.size());
                Memory values = new Memory((long) spec.valueSize() * entries.size());
                Attributes attributes = Attributes.forBpf()) {
            for (int i = 0; i < entries.size(); i++) {
                keys.write((long) i * spec.keySize(), bytes(entries.get(i).key(), spec.keySize()), 0, spec.keySize());
                values.write((long) i * spec.valueSize(), bytes(entries.get(i).value(), spec.valueSize()), 0,
                        spec.valueSize());
            }
            attributes.address(16, keys).address(24, values).u32(32, entries.size()).u32(36, descriptor.number());
            check(calls.bpf(BpfCommand.MAP_UPDATE_BATCH, attributes.memory()), "write");
        }
    }

    @Override
    public boolean delete(ByteBuffer key) throws TargetException {
        try (Memory keyMemory = copy(key, spec.keySize()); Attributes attributes = Attributes.forBpf()) {
            attributes.u32(0, descriptor.number()).address(8, keyMemory);
            int result = calls.bpf(BpfCommand.MAP_DELETE_ELEM, attributes.memory());
            if (result == -Errno.ENOENT) {
                return false;
            }
            check(result, "delete from");
            return true;
        }
    }

    @Override
    public boolean isOpen() {
        return descriptor.isOpen();
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private void check(int result, String action) throws TargetException {
        if (result < 0) {
            throw Failures.of(action + " the map " + spec.name(), -result);
        }
    }

    private Memory copy(ByteBuffer buffer, int size) {
        Memory memory = new Memory(size);
        memory.write(0, bytes(buffer, size), 0, size);
        return memory;
    }

    private byte[] bytes(ByteBuffer buffer, int size) {
        if (buffer.limit() != size) {
            throw new IllegalArgumentException(
                    "Map " + spec.name() + " wants " + size + " bytes, not " + buffer.limit());
        }
        byte[] bytes = new byte[size];
        buffer.get(0, bytes);
        return bytes;
    }
}
