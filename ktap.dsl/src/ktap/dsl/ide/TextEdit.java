package ktap.dsl.ide;

import java.util.Objects;

/**
 * A change of a script's text.
 *
 * @param offset of the text to be replaced, from 0
 * @param length of that text in chars; 0 to insert
 * @param replacement what takes its place
 */
public record TextEdit(int offset, int length, String replacement) {
    public TextEdit {
        Objects.requireNonNull(replacement);
    }

    /** The text with the change. */
    public String apply(String text) {
        return text.substring(0, offset) + replacement + text.substring(offset + length);
    }
}
