package ktap.runtime.probe;

import java.nio.ByteBuffer;

import ktap.runtime.bpf.RecordHeader;
import ktap.runtime.bytecode.ByteString;

/**
 * The text of an event. System calls are shown as in the kernel's trace file, {@code sys_close(fd: 3)} and
 * {@code sys_close -> 0x0}, all numbers hexadecimal; other events as {@code name: field=value field=value}, numbers
 * decimal and pointers hexadecimal.
 */
final class EventText {
    private static final int MOST_ARGUMENTS = 6;

    private EventText() {
    }

    /** {@code sys_NAME(argument: hex, ...)}: arguments without 0x. */
    static String syscallEnter(EventDescriptor event, EventFormat format, ByteBuffer buffer, int record, int length) {
        StringBuilder text = new StringBuilder(SyscallEvents.shown(event.name().event())).append('(');
        int shown = 0;
        for (EventField field : format.fields()) {
            boolean argument = field.offset() >= RecordHeader.SYSCALL_ARGUMENTS && field.size() == Long.BYTES;
            if (argument && shown < MOST_ARGUMENTS && field.offset() + field.size() <= length) {
                text.append(shown++ == 0 ? "" : ", ").append(field.name()).append(": ")
                        .append(Long.toHexString(buffer.getLong(record + field.offset())));
            }
        }
        return text.append(')').toString();
    }

    /** {@code sys_NAME -> 0xhex}. */
    static String syscallExit(EventDescriptor event, ByteBuffer buffer, int record) {
        return SyscallEvents.shown(event.name().event()) + " -> 0x"
                + Long.toHexString(buffer.getLong(record + RecordHeader.SYSCALL_ARGUMENTS));
    }

    static String fields(EventDescriptor event, EventFormat format, ByteBuffer buffer, int record, int length) {
        StringBuilder text = new StringBuilder(event.name().event()).append(':');
        for (EventField field : format.ownFields()) {
            Object value = FieldReader.read(buffer, record, length, field);
            text.append(' ').append(field.name()).append('=').append(value == null ? "?" : shown(field, value));
        }
        return text.toString();
    }

    private static String shown(EventField field, Object value) {
        if (value instanceof Long number) {
            boolean pointer = field.type().indexOf('*') >= 0;
            return pointer ? "0x" + Long.toHexString(number)
                    : field.signed() ? Long.toString(number) : Long.toUnsignedString(number);
        }
        return (String) value;
    }

    /** The fields as scripts see them in {@code allfield}: {@code [name-type-offset-size-signed] } for each. */
    static String layout(EventFormat format) {
        StringBuilder text = new StringBuilder();
        for (EventField field : format.fields()) {
            text.append('[').append(field.name()).append('-').append(field.type()).append('-').append(field.offset())
                    .append('-').append(field.size()).append('-').append(field.signed() ? 1 : 0).append("] ");
        }
        return ByteString.ofText(text.toString());
    }
}
