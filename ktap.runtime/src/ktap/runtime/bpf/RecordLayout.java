package ktap.runtime.bpf;

import java.util.Optional;

/**
 * The size of an event's records.
 *
 * @param fixedLength of the part with the fields, in bytes
 * @param tail where the length of what follows is found; empty if nothing does
 */
public record RecordLayout(int fixedLength, Optional<Tail> tail) {
    public RecordLayout {
        if (fixedLength < RecordHeader.SIZE || fixedLength > CaptureMaps.LONGEST_RECORD) {
            throw new IllegalArgumentException("A record of " + fixedLength + " bytes cannot be");
        }
    }

    /**
     * The field that describes the last piece of data behind the fields: its low 16 bits are where the piece begins,
     * its high 16 bits how long it is.
     *
     * @param fieldOffset where the field is in the record
     * @param base what the piece's beginning is counted from: 0 for {@code __data_loc}, the field's end for
     *            {@code __rel_loc}
     */
    public record Tail(int fieldOffset, int base) {
    }
}
