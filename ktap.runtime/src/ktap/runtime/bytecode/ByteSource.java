package ktap.runtime.bytecode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads little-endian values from bytes that nobody vouches for: every length is checked before it is used. */
final class ByteSource {
    private final ByteBuffer bytes;

    ByteSource(byte[] data, int length) {
        bytes = ByteBuffer.wrap(data, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    int u8(String what) throws ChunkException {
        need(1, what);
        return bytes.get() & 0xff;
    }

    int u16(String what) throws ChunkException {
        need(2, what);
        return bytes.getShort() & 0xffff;
    }

    int i32(String what) throws ChunkException {
        need(4, what);
        return bytes.getInt();
    }

    long i64(String what) throws ChunkException {
        need(8, what);
        return bytes.getLong();
    }

    /** A line number or an instruction's index: 32 bits, not negative. */
    int index(String what) throws ChunkException {
        int offset = position();
        int value = i32(what);
        if (value < 0) {
            throw ChunkException.atByte(offset, what + " is larger than " + Integer.MAX_VALUE);
        }
        return value;
    }

    /** The number of elements of a list, each of at least {@code elementBytes} bytes. */
    int count(String what, int limit, int elementBytes) throws ChunkException {
        int offset = position();
        int count = i32("the number of " + what);
        if (count < 0 || count > limit) {
            throw ChunkException.atByte(offset, Integer.toUnsignedString(count) + " " + what + ", more than " + limit);
        }
        if ((long) count * elementBytes > remaining()) {
            throw ChunkException.atByte(offset,
                    count + " " + what + " do not fit in the " + remaining() + " bytes left");
        }
        return count;
    }

    /** A string of bytes with its length before it. */
    String byteString(String what) throws ChunkException {
        byte[] content = new byte[count("bytes of " + what, ChunkLimits.STRING_BYTES, 1)];
        bytes.get(content);
        return ByteString.ofBytes(content);
    }

    /** A name: a 16-bit length and UTF-8, which must be valid so that writing it gives the same bytes. */
    String name(String what) throws ChunkException {
        int offset = position();
        int length = u16("the length of " + what);
        need(length, what);
        ByteBuffer content = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
        } catch (CharacterCodingException e) {
            throw ChunkException.atByte(offset, what + " is not UTF-8");
        }
    }

    /** A signed number in groups of seven bits, lowest first, zigzag-coded; only the shortest form is accepted. */
    int signedVarint(String what) throws ChunkException {
        int offset = position();
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int group = u8(what);
            value |= (group & 0x7f) << shift;
            if ((group & 0x80) == 0) {
                if (group == 0 && shift > 0 || shift == 28 && group > 0xf) {
                    break;
                }
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw ChunkException.atByte(offset, what + " is not in its shortest form");
    }

    private void need(int count, String what) throws ChunkException {
        if (count > remaining()) {
            throw ChunkException.atByte(position(), "the file ends inside " + what);
        }
    }
}
