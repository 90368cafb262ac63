package ktap.dsl.parser;

import java.util.function.IntUnaryOperator;

/**
 * Measures tokens that plain token rules cannot describe. All methods look at characters through a function from the
 * distance (0 is the next character) to the character, -1 at the end of the text, and consume nothing.
 */
final class SpecialTokens {
    /** The result for a token whose end is missing. */
    static final int UNFINISHED = -1;

    private static final int END = -1;

    private SpecialTokens() {
    }

    /** The length of a quoted string; {@link #UNFINISHED} if the line ends before it, unless behind a backslash. */
    static int quoted(IntUnaryOperator text) {
        int quote = text.applyAsInt(0);
        int i = 1;
        while (true) {
            int c = text.applyAsInt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == END || c == '\n' || c == '\r') {
                return UNFINISHED;
            }
            if (c == '\\') {
                i = skipEscape(text, i + 1);
            } else {
                i++;
            }
        }
    }

    private static int skipEscape(IntUnaryOperator text, int start) {
        int c = text.applyAsInt(start);
        if (c == END) {
            return start;
        }
        if (c == 'z') {
            int i = start + 1;
            while (text.applyAsInt(i) > 0 && text.applyAsInt(i) <= ' ') {
                i++;
            }
            return i;
        }
        return c == '\r' && text.applyAsInt(start + 1) == '\n' ? start + 2 : start + 1;
    }

    /** The level of a long bracket {@code [[}, {@code [=[}... at this distance, or -1 if there is none. */
    static int bracketLevel(IntUnaryOperator text, int start) {
        if (text.applyAsInt(start) != '[') {
            return -1;
        }
        int i = start + 1;
        while (text.applyAsInt(i) == '=') {
            i++;
        }
        return text.applyAsInt(i) == '[' ? i - start - 1 : -1;
    }

    /** The length up to the closing bracket of this level, searched from {@code start}, or {@link #UNFINISHED}. */
    static int longBracket(IntUnaryOperator text, int start, int level) {
        for (int i = start; text.applyAsInt(i) != END; i++) {
            if (text.applyAsInt(i) == ']') {
                int equals = 0;
                while (text.applyAsInt(i + 1 + equals) == '=') {
                    equals++;
                }
                if (equals == level && text.applyAsInt(i + 1 + equals) == ']') {
                    return i + level + 2;
                }
            }
        }
        return UNFINISHED;
    }

    /** The length of what is left of the line. */
    static int restOfLine(IntUnaryOperator text) {
        int i = 0;
        while (text.applyAsInt(i) != END && text.applyAsInt(i) != '\n' && text.applyAsInt(i) != '\r') {
            i++;
        }
        return i;
    }

    /**
     * The length of one event of a trace statement, 0 if there is none: up to a comma, an opening brace, the slash of a
     * filter or the end of the line. Slashes of a path, which follows the first colon, belong to the event.
     */
    static int event(IntUnaryOperator text) {
        int colons = 0;
        boolean path = false;
        int length = 0;
        for (int i = 0;; i++) {
            int c = text.applyAsInt(i);
            boolean filter = c == '/' && !(path && colons < 2);
            boolean comment = i > length && (c == '#' || c == '-' && text.applyAsInt(i + 1) == '-');
            if (c == END || c == '\n' || c == '\r' || c == ',' || c == '{' || filter || comment) {
                return length;
            }
            if (c == ':') {
                colons++;
                path = colons == 1 && text.applyAsInt(i + 1) == '/' || path;
            }
            if (c > ' ') {
                length = i + 1;
            }
        }
    }
}
