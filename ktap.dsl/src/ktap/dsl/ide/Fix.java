package ktap.dsl.ide;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A way to mend what a diagnostic tells.
 *
 * @param label what it does, to be shown in a list
 * @param edits changes that do not overlap; their offsets are those of the unchanged text
 */
public record Fix(String label, List<TextEdit> edits) {
    public Fix {
        Objects.requireNonNull(label);
        edits = List.copyOf(edits);
    }

    static Fix of(String label, int offset, int length, String replacement) {
        return new Fix(label, List.of(new TextEdit(offset, length, replacement)));
    }

    /** The text with all changes. */
    public String apply(String text) {
        String changed = text;
        for (TextEdit edit : edits.stream().sorted(Comparator.comparingInt(TextEdit::offset).reversed()).toList()) {
            changed = edit.apply(changed);
        }
        return changed;
    }
}
