package ktap.runtime.kernel.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** The attributes of one call of bpf(2) or perf_event_open(2): a zeroed structure that is filled field by field. */
final class Attributes implements AutoCloseable {
    private static final int NAME_LENGTH = 15;

    private final Memory memory;

    Attributes(int size) {
        memory = new Memory(size);
        memory.clear();
    }

    /** Attributes for bpf(2); the kernel takes more bytes than it knows of if they are zero. */
    static Attributes forBpf() {
        return new Attributes(128);
    }

    Attributes u32(int offset, int value) {
        memory.setInt(offset, value);
        return this;
    }

    Attributes u64(int offset, long value) {
        memory.setLong(offset, value);
        return this;
    }

    Attributes address(int offset, Pointer target) {
        return u64(offset, Pointer.nativeValue(target));
    }

    /** The name of a map or program, as far as the kernel takes it: letters, digits, underscores and dots. */
    Attributes name(int offset, String name) {
        for (int i = 0; i < Math.min(name.length(), NAME_LENGTH); i++) {
            char c = name.charAt(i);
            boolean allowed = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.');
            memory.setByte(offset + (long) i, (byte) (allowed ? c : '_'));
        }
        return this;
    }

    Memory memory() {
        return memory;
    }

    @Override
    public void close() {
        memory.close();
    }
}
