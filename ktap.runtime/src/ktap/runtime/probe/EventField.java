package ktap.runtime.probe;

import java.util.Objects;

/**
 * A field of an event's records.
 *
 * @param type as the kernel writes it, with the brackets of arrays but without the words for their storage
 * @param offset in bytes from the beginning of the record
 * @param size in bytes
 * @param storage how the value is found
 */
public record EventField(String name, String type, int offset, int size, boolean signed, Storage storage) {

    /** How a field's value is found. */
    public enum Storage {
        /** The value is in its place. */
        SCALAR,
        /** Values of one type are in its place. */
        ARRAY,
        /** In its place are the beginning (low 16 bits), counted from the record's, and the length of an array. */
        DATA_LOC,
        /** As {@link #DATA_LOC}, but counted from the end of the field. */
        REL_LOC
    }

    public EventField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(storage);
    }

    /** Whether the value is text. */
    public boolean isText() {
        return storage != Storage.SCALAR && type.matches("(const )?(unsigned |signed )?char\\b.*")
                && type.indexOf('*') < 0;
    }

    /** Whether it is one of the fields that the records of all events have. */
    public boolean isCommon() {
        return name.startsWith("common_");
    }
}
