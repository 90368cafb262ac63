package ktap.runtime.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import ktap.runtime.bytecode.ByteString;

/**
 * The names of commands as strings, made once for each name that is seen often: the 16 bytes that the kernel gives are
 * looked up as two numbers. For one thread.
 */
final class CommandNames {
    private static final int SLOTS = 512;

    private final long[] first = new long[SLOTS];
    private final long[] second = new long[SLOTS];
    private final String[] names = new String[SLOTS];

    /** @param at where the kernel's char[16] is */
    String name(ByteBuffer buffer, int at) {
        long low = buffer.getLong(at);
        long high = buffer.getLong(at + Long.BYTES);
        long hash = (low * 31 + high) * 0x9e3779b97f4a7c15L;
        int slot = (int) (hash >>> Long.SIZE - 9);
        if (names[slot] == null || first[slot] != low || second[slot] != high) {
            first[slot] = low;
            second[slot] = high;
            names[slot] = text(low, high, buffer.order());
        }
        return names[slot];
    }

    private static String text(long low, long high, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES).order(order).putLong(low).putLong(high);
        int length = 0;
        while (length < bytes.capacity() && bytes.get(length) != 0) {
            length++;
        }
        byte[] name = new byte[length];
        bytes.get(0, name);
        return ByteString.ofBytes(name);
    }
}
