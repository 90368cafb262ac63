package ktap.runtime.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ktap.runtime.bpf.RecordHeader;
import ktap.runtime.bpf.RecordLayout;
import ktap.runtime.probe.EventField.Storage;

/** The layout of an event's records: what its format file says. Immutable. */
public final class EventFormat {
    private final String name;
    private final int id;
    private final List<EventField> fields;
    private final List<EventField> ownFields;
    private final String printFormat;
    private final Map<String, EventField> byName = new HashMap<>();

    /**
     * @param id the kernel's number of the event
     * @param fields all fields, the common ones first
     * @param printFormat the kernel's recipe for the event's text
     */
    public EventFormat(String name, int id, List<EventField> fields, String printFormat) {
        this.name = name;
        this.id = id;
        this.fields = List.copyOf(fields);
        this.ownFields = fields.stream().filter(field -> !field.isCommon()).toList();
        this.printFormat = printFormat;
        fields.forEach(field -> byName.putIfAbsent(field.name(), field));
    }

    public String name() {
        return name;
    }

    public int id() {
        return id;
    }

    public List<EventField> fields() {
        return fields;
    }

    public String printFormat() {
        return printFormat;
    }

    /** The fields of this event alone, in order. */
    public List<EventField> ownFields() {
        return ownFields;
    }

    public Optional<EventField> field(String wanted) {
        return Optional.ofNullable(byName.get(wanted));
    }

    /** What a capture program must know of the records. */
    public RecordLayout recordLayout() {
        int length = RecordHeader.SIZE;
        Optional<RecordLayout.Tail> tail = Optional.empty();
        for (EventField field : fields) {
            int end = field.offset() + field.size();
            length = Math.max(length, end);
            // The kernel lays out the data behind the fields in their order, so the last one ends the record.
            if (field.storage() == Storage.DATA_LOC || field.storage() == Storage.REL_LOC) {
                int base = field.storage() == Storage.REL_LOC ? end : 0;
                tail = Optional.of(new RecordLayout.Tail(field.offset(), base));
            }
        }
        return new RecordLayout(length, tail);
    }
}
