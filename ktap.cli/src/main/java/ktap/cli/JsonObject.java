package ktap.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import ktap.runtime.report.TableSnapshot;

/** One JSON object (RFC 8259) on a line of its own. */
final class JsonObject {
    private final StringBuilder text = new StringBuilder();

    /** @param type the value of the first member, {@code type} */
    JsonObject(String type) {
        text.append('{');
        member("type");
        string(type);
    }

    JsonObject put(String name, String value) {
        text.append(',');
        member(name);
        string(value);
        return this;
    }

    JsonObject put(String name, long value) {
        text.append(',');
        member(name);
        text.append(value);
        return this;
    }

    JsonObject put(String name, List<String> values) {
        text.append(',');
        member(name);
        char separator = '[';
        for (String value : values) {
            text.append(separator);
            string(value);
            separator = ',';
        }
        text.append(values.isEmpty() ? "[]" : "]");
        return this;
    }

    /** The member {@code rows}: an array of {@code [key, value]}. */
    JsonObject putRows(List<TableSnapshot.Row> rows) {
        text.append(',');
        member("rows");
        char separator = '[';
        for (TableSnapshot.Row row : rows) {
            text.append(separator).append('[');
            string(row.key());
            text.append(',');
            if (row.value() instanceof Long number) {
                text.append(number.longValue());
            } else {
                string(String.valueOf(row.value()));
            }
            text.append(']');
            separator = ',';
        }
        text.append(rows.isEmpty() ? "[]" : "]");
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write((text + "}\n").getBytes(StandardCharsets.UTF_8));
    }

    private void member(String name) {
        string(name);
        text.append(':');
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                text.append(c).append(value.charAt(++i));
            } else if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
