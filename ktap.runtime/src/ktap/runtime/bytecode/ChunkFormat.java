package ktap.runtime.bytecode;

import java.util.zip.CRC32C;

/** What reader and writer of the file format must agree on; {@code docs/bytecode.md} describes the layout. */
final class ChunkFormat {
    /** The first four bytes, as a little-endian number: CB 'k' 'p' 'c', which is neither ASCII nor UTF-8. */
    static final int MAGIC = 0x63706bcb;
    static final int VERSION = 2;
    static final int CHECKSUM_BYTES = 4;

    static final int TAG_INT = 1;
    static final int TAG_STRING = 2;

    /**
     * The least bytes that one element of a list can take; a count that cannot fit in the rest of the file is
     * refused.
     */
    static final int MIN_NAME = 2;
    static final int MIN_CONSTANT = 5;
    static final int MIN_UPVALUE = 4;
    static final int MIN_LOCAL = 11;
    static final int MIN_PROTOTYPE = 34;

    private ChunkFormat() {
    }

    /** CRC32C (Castagnoli) of the first {@code length} bytes. */
    static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
