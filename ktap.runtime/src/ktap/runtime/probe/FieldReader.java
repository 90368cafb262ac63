package ktap.runtime.probe;

import java.nio.ByteBuffer;

import ktap.runtime.bytecode.ByteString;
import ktap.runtime.probe.EventField.Storage;

/** Reads the fields of records. A field that reaches beyond its record, as a damaged or a cut one may, is not there. */
final class FieldReader {
    private FieldReader() {
    }

    /**
     * @param record the offset of the record in the buffer
     * @param length of the record
     * @return a Long for whole numbers and pointers, a byte string for text; null if the field is of neither kind or is
     *         not all there
     */
    static Object read(ByteBuffer buffer, int record, int length, EventField field) {
        if (field.offset() + field.size() > length) {
            return null;
        }
        int at = record + field.offset();
        return switch (field.storage()) {
            case SCALAR -> integer(buffer, at, field);
            case ARRAY -> field.isText() ? text(buffer, at, field.size()) : null;
            case DATA_LOC -> field.isText() ? located(buffer, record, length, at, 0) : null;
            case REL_LOC -> field.isText()
                    ? located(buffer, record, length, at, field.offset() + field.size()) : null;
        };
    }

    private static Long integer(ByteBuffer buffer, int at, EventField field) {
        boolean signed = field.signed();
        return switch (field.size()) {
            case 1 -> signed ? (long) buffer.get(at) : Byte.toUnsignedLong(buffer.get(at));
            case 2 -> signed ? (long) buffer.getShort(at) : Short.toUnsignedLong(buffer.getShort(at));
            case 4 -> signed ? (long) buffer.getInt(at) : Integer.toUnsignedLong(buffer.getInt(at));
            case 8 -> buffer.getLong(at);
            default -> null;
        };
    }

    private static String located(ByteBuffer buffer, int record, int length, int at, int base) {
        int location = buffer.getInt(at);
        int offset = base + (location & 0xffff);
        int size = location >>> Short.SIZE;
        return offset + size > length ? null : text(buffer, record + offset, size);
    }

    /** The bytes up to the first NUL. */
    static String text(ByteBuffer buffer, int at, int most) {
        int length = 0;
        while (length < most && buffer.get(at + length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        return ByteString.ofBytes(bytes);
    }
}
