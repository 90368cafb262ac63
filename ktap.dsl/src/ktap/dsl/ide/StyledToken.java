package ktap.dsl.ide;

/**
 * A token and how to show it.
 *
 * @param offset of its first char in the text, from 0
 * @param length in chars, at least 1
 */
public record StyledToken(int offset, int length, TokenKind kind) {
    /** The offset behind its last char. */
    public int end() {
        return offset + length;
    }
}
