package ktap.dsl.generator;

import java.util.function.BiConsumer;

import ktap.runtime.bytecode.ByteString;

/** Reads the strings of a script: quoted ones with escape sequences, and long ones in brackets. */
public final class StringLiterals {
    private static final String SIMPLE_ESCAPES = "abfnrtv\\\"'\n";
    private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\\"'\n";
    private static final int MAX_BYTE = 255;

    private final String text;
    private final BiConsumer<Integer, String> problems;
    private final StringBuilder bytes = new StringBuilder();
    private int position = 1;

    private StringLiterals(String text, BiConsumer<Integer, String> problems) {
        this.text = text;
        this.problems = problems;
    }

    /**
     * The {@linkplain ByteString byte string} that a literal stands for.
     *
     * @param text the literal as it stands in the script, with its quotes or brackets
     * @param problems is given the offset in {@code text} and a message for each wrong escape sequence
     */
    public static String decode(String text, BiConsumer<Integer, String> problems) {
        if (text.startsWith("[")) {
            int bracket = text.indexOf('[', 1) + 1;
            String content = text.substring(bracket, text.length() - bracket).replace("\r\n", "\n");
            return ByteString.ofText(content.startsWith("\n") ? content.substring(1) : content);
        }
        return new StringLiterals(text.replace("\\\r\n", "\\\n"), problems).quoted();
    }

    private String quoted() {
        int end = text.length() - 1;
        while (position < end) {
            int escape = text.indexOf('\\', position);
            int plain = escape < 0 || escape > end ? end : escape;
            bytes.append(ByteString.ofText(text.substring(position, plain)));
            position = plain;
            if (position < end) {
                escape();
            }
        }
        return bytes.toString();
    }

    private void escape() {
        int start = position;
        char c = text.charAt(position + 1);
        position += 2;
        int simple = SIMPLE_ESCAPES.indexOf(c);
        if (simple >= 0) {
            bytes.append(SIMPLE_VALUES.charAt(simple));
        } else if (c == 'x') {
            number(start, 16, 2);
        } else if (c >= '0' && c <= '9') {
            position--;
            number(start, 10, 3);
        } else if (c == 'z') {
            while (position < text.length() - 1 && text.charAt(position) <= ' ') {
                position++;
            }
        } else {
            problems.accept(start, "invalid escape sequence '\\" + c + "'");
        }
    }

    private void number(int start, int radix, int maxDigits) {
        int value = 0;
        int digits = 0;
        while (digits < maxDigits && Character.digit(text.charAt(position), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(position), radix);
            position++;
            digits++;
        }
        if (radix == 16 && digits < maxDigits) {
            problems.accept(start, "two hexadecimal digits expected after '\\x'");
        } else if (value > MAX_BYTE) {
            problems.accept(start, "'\\" + value + "' is more than a byte can hold: at most '\\255'");
        } else {
            bytes.append((char) value);
        }
    }
}
