package ktap.runtime.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ktap.runtime.bpf.CaptureMaps;
import ktap.runtime.probe.EventField.Storage;
import ktap.runtime.report.TargetException;

/** Reads the kernel's format files (Documentation/trace/events.rst). */
public final class EventFormatParser {
    private static final Pattern FIELD = Pattern.compile(
            "\\s*field:(?<declaration>[^;]+);\\s*offset:(?<offset>\\d{1,9});"
            + "\\s*size:(?<size>\\d{1,9});(?:\\s*signed:(?<signed>\\d);)?\\s*");
    private static final Pattern DECLARATION =
            Pattern.compile("(?<type>.*[^\\w])(?<name>\\w+)(?<dimensions>(?:\\[[^\\]]*\\])*)");
    private static final Pattern LOCATION = Pattern.compile("(?<word>__data_loc|__rel_loc)\\s+(?<type>.*)");
    private static final String NAME = "name:";
    private static final String ID = "ID:";
    private static final String PRINT = "print fmt:";
    private static final int LONGEST = 1 << 20;

    private EventFormatParser() {
    }

    /** @throws TargetException if the text is no format file */
    public static EventFormat parse(String text) throws TargetException {
        String name = null;
        int id = -1;
        List<EventField> fields = new ArrayList<>();
        int print = text.indexOf(PRINT);
        String head = print < 0 ? text : text.substring(0, print);
        for (String line : head.split("\n")) {
            if (line.startsWith(NAME)) {
                name = line.substring(NAME.length()).strip();
            } else if (line.startsWith(ID)) {
                id = number(line.substring(ID.length()).strip(), line);
            } else if (line.strip().startsWith("field:")) {
                fields.add(field(line));
            }
        }
        if (name == null || id < 0) {
            throw malformed("it has no name or no ID");
        }
        return new EventFormat(name, id, fields, print < 0 ? "" : text.substring(print + PRINT.length()).strip());
    }

    private static EventField field(String line) throws TargetException {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            throw malformed("'" + line.strip() + "' is no field");
        }
        int offset = number(matcher.group("offset"), line);
        int size = number(matcher.group("size"), line);
        if (offset + size > CaptureMaps.LONGEST_RECORD) {
            throw malformed("'" + line.strip() + "' is beyond the longest record");
        }
        boolean signed = "1".equals(matcher.group("signed"));
        Matcher declaration = DECLARATION.matcher(matcher.group("declaration").strip());
        if (!declaration.matches()) {
            throw malformed("'" + line.strip() + "' has no type or no name");
        }
        String type = declaration.group("type").strip() + declaration.group("dimensions");
        Matcher location = LOCATION.matcher(type);
        Storage storage = type.indexOf('[') >= 0 ? Storage.ARRAY : Storage.SCALAR;
        if (location.matches()) {
            type = location.group("type");
            storage = location.group("word").equals("__data_loc") ? Storage.DATA_LOC : Storage.REL_LOC;
            if (size != Integer.BYTES) {
                throw malformed("'" + line.strip() + "' is not of 4 bytes");
            }
        }
        return new EventField(declaration.group("name"), type, offset, size, signed, storage);
    }

    private static int number(String digits, String line) throws TargetException {
        try {
            int number = Integer.parseInt(digits);
            if (number >= 0 && number <= LONGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw malformed("'" + line.strip() + "' has no number");
        }
        throw malformed("'" + line.strip() + "' has a number out of range");
    }

    private static TargetException malformed(String why) {
        return new TargetException("ktap.target.malformed",
                "The kernel's format file of an event cannot be read: " + why,
                "This version of ktap does not know this kernel; please report it with `uname -r`");
    }
}
