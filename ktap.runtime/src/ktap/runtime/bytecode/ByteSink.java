package ktap.runtime.bytecode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects little-endian values; the counterpart of {@link ByteSource}. */
final class ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void u8(int value, String what) {
        require(value >= 0 && value <= 0xff, what);
        bytes.write(value);
    }

    void u16(int value, String what) {
        require(value >= 0 && value <= 0xffff, what);
        bytes.write(value);
        bytes.write(value >> 8);
    }

    void i32(int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.write(value >> shift);
        }
    }

    void i64(long value) {
        i32((int) value);
        i32((int) (value >> 32));
    }

    void index(int value, String what) {
        require(value >= 0, what);
        i32(value);
    }

    void count(int count, String what, int limit) {
        require(count <= limit, "the number of " + what);
        i32(count);
    }

    void byteString(String content) {
        require(content.chars().allMatch(c -> c <= 0xff), "a character of a byte string");
        byte[] encoded = ByteString.toBytes(content);
        count(encoded.length, "bytes of a string", ChunkLimits.STRING_BYTES);
        bytes.writeBytes(encoded);
    }

    void name(String name) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        u16(encoded.length, "the length of a name");
        bytes.writeBytes(encoded);
    }

    void signedVarint(int value) {
        int rest = value << 1 ^ value >> 31;
        while ((rest & ~0x7f) != 0) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is too large for a chunk file");
        }
    }
}
