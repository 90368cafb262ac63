package ktap.runtime.probe;

import java.nio.ByteBuffer;
import java.util.List;

import ktap.runtime.bpf.EventHeader;
import ktap.runtime.bpf.RecordHeader;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.report.TargetException;
import ktap.runtime.vm.ScriptEvent;

/**
 * The event that a capture hands over: one object for all, a view of the ring buffer that stands on one event at a
 * time. Besides the fields of its record an event has those of ktap 0.1: {@code name}, {@code sc_is_enter}, {@code
 * sc_nr} and {@code sc_arg1} to {@code sc_arg6} (on the beginning of system calls, else null), {@code retval} (on their
 * end), {@code print_fmt}, {@code allfield} and {@code field1} (the first own field if it has 4 bytes). These names win
 * over those of the record.
 */
public final class CapturedEvent implements ScriptEvent {
    private static final int FIRST_FIELD_SIZE = 4;
    private static final String NO_TEXT = "argstr_not_available";

    private final List<EventDescriptor> events;
    private final CommandNames commands = new CommandNames();
    private ByteBuffer buffer;
    private int start;
    private int record;
    private int recordLength;
    private EventDescriptor event;

    CapturedEvent(List<EventDescriptor> events) {
        this.events = events;
    }

    /** @throws IllegalStateException if there is no event there, which is a bug */
    void moveTo(ByteBuffer newBuffer, int offset, int length) {
        buffer = newBuffer;
        start = offset;
        record = offset + EventHeader.SIZE;
        recordLength = length - EventHeader.SIZE;
        int id = recordLength < RecordHeader.SIZE ? -1 : buffer.getInt(start + EventHeader.EVENT);
        if (id < 0 || id >= events.size() || buffer.getInt(start + EventHeader.RECORD_LENGTH) > recordLength) {
            throw new IllegalStateException("A record of " + length + " bytes is of no event");
        }
        event = events.get(id);
        recordLength = buffer.getInt(start + EventHeader.RECORD_LENGTH);
    }

    /** Which event of the plan it is. */
    public EventDescriptor descriptor() {
        return event;
    }

    @Override
    public String name() {
        return event.name().event();
    }

    @Override
    public int pid() {
        return buffer.getInt(start + EventHeader.PID);
    }

    @Override
    public int tid() {
        return buffer.getInt(start + EventHeader.TID);
    }

    @Override
    public long uid() {
        return Integer.toUnsignedLong(buffer.getInt(start + EventHeader.UID));
    }

    @Override
    public int cpu() {
        return buffer.getInt(start + EventHeader.CPU);
    }

    @Override
    public String execname() {
        return commands.name(buffer, start + EventHeader.COMM);
    }

    @Override
    public long time() {
        return buffer.getLong(start + EventHeader.TIME);
    }

    /** As {@link EventText} says; samples have no text, and ktap's historical word says so. */
    @Override
    public String text() {
        if (event.isSample()) {
            return NO_TEXT;
        }
        if (event.isSyscallExit()) {
            return EventText.syscallExit(event, buffer, record);
        }
        return event.isSyscallEnter() ? EventText.syscallEnter(event, format(), buffer, record, recordLength)
                : EventText.fields(event, format(), buffer, record, recordLength);
    }

    @Override
    public Object field(String name) {
        return switch (name) {
            case "name" -> name();
            case "sc_is_enter" -> event.isSyscallEnter();
            case "sc_nr" -> event.isSyscallEnter() ? (Long) (long) buffer.getInt(record + RecordHeader.SYSCALL_NUMBER)
                    : null;
            case "sc_arg1", "sc_arg2", "sc_arg3", "sc_arg4", "sc_arg5", "sc_arg6" -> event.isSyscallEnter()
                    ? syscallArgument(name.charAt(name.length() - 1) - '1') : null;
            case "retval" -> event.isSyscallExit() ? syscallArgument(0) : null;
            case "print_fmt" -> ByteString.ofText(format().printFormat());
            case "allfield" -> EventText.layout(format());
            case "field1" -> firstField();
            default -> format().field(name).map(field -> FieldReader.read(buffer, record, recordLength, field))
                    .orElse(null);
        };
    }

    /** As for {@link #field(String)}, by the place among the record's own fields: of a system call, 0 is its number. */
    @Override
    public Object argument(int index) {
        List<EventField> own = format().ownFields();
        return index < 0 || index >= own.size() ? null
                : FieldReader.read(buffer, record, recordLength, own.get(index));
    }

    private Long syscallArgument(int index) {
        int offset = RecordHeader.SYSCALL_ARGUMENTS + Long.BYTES * index;
        return offset + Long.BYTES > recordLength ? null : (Long) buffer.getLong(record + offset);
    }

    private Object firstField() {
        List<EventField> own = format().ownFields();
        return own.isEmpty() || own.getFirst().size() != FIRST_FIELD_SIZE ? null
                : FieldReader.read(buffer, record, recordLength, own.getFirst());
    }

    private EventFormat format() {
        try {
            return event.format().format();
        } catch (TargetException e) {
            throw new UncheckedTargetException(e);
        }
    }
}
