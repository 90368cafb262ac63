package ktap.runtime.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * The script's output on its way out: collects byte strings and hands them on in large writes. After the first failed
 * write (a closed pipe, a full disk) it drops what follows and keeps the failure. Not thread-safe.
 */
final class ScriptOutput {
    private static final int CAPACITY = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int used;
    private IOException failure;

    ScriptOutput(OutputStream out) {
        this.out = Objects.requireNonNull(out);
    }

    /** Appends a byte string. */
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) takes the low bytes, which is just what is needed
    void write(String byteString) {
        int start = 0;
        while (start < byteString.length()) {
            if (used == CAPACITY) {
                emit();
            }
            int count = Math.min(byteString.length() - start, CAPACITY - used);
            byteString.getBytes(start, start + count, buffer, used);
            used += count;
            start += count;
        }
    }

    /** Hands on all that was collected. */
    void flush() {
        emit();
        if (failure == null) {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Why the output could not be written; null as long as it could. */
    IOException failure() {
        return failure;
    }

    private void emit() {
        if (failure == null && used > 0) {
            try {
                out.write(buffer, 0, used);
            } catch (IOException e) {
                failure = e;
            }
        }
        used = 0;
    }
}
