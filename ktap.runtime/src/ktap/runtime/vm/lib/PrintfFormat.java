package ktap.runtime.vm.lib;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A format of {@code printf}, taken apart: {@code %[flags][width][.precision]conversion}. An immutable value; what runs
 * {@code printf} and what checks a script before it runs both read formats through it.
 */
public final class PrintfFormat {
    private static final String FLAGS = "-+ #0";
    private static final int MAX_DIGITS = 2;

    private final String text;
    private final List<Conversion> conversions = new ArrayList<>();
    private Problem problem;
    private int position;

    /** What a conversion takes from the arguments. */
    public enum Kind {
        /** An integer: {@code d i u o x X c p}. */
        NUMBER,
        /** A string, or another value that has a text: {@code s}. */
        STRING,
        /** Nothing: {@code %%}. */
        NONE
    }

    /**
     * One conversion.
     *
     * @param start where its percent sign is
     * @param end behind its letter
     * @param letter the letter at its end, or the second percent sign
     * @param kind what it takes
     * @param field how the value is laid out
     */
    public record Conversion(int start, int end, char letter, Kind kind, PrintfField field) {
    }

    /**
     * Why a format cannot be used.
     *
     * @param start where the part that is wrong starts
     * @param end behind it
     * @param message what is wrong, as it follows "the format"
     * @param hint what to write instead
     */
    public record Problem(int start, int end, String message, String hint) {
        public Problem {
            Objects.requireNonNull(message);
            Objects.requireNonNull(hint);
        }
    }

    private PrintfFormat(String text) {
        this.text = text;
    }

    /** Takes a format apart; offsets in the result are those of its bytes. */
    public static PrintfFormat parse(String format) {
        PrintfFormat parsed = new PrintfFormat(format);
        parsed.parse();
        return parsed;
    }

    /** The format itself. */
    public String text() {
        return text;
    }

    /** The conversions in their order, {@code %%} included; if there is a problem, those before it. */
    public List<Conversion> conversions() {
        return List.copyOf(conversions);
    }

    /** The first thing that is wrong, if there is one. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private void parse() {
        while (problem == null) {
            int percent = text.indexOf('%', position);
            if (percent < 0) {
                return;
            }
            position = percent + 1;
            conversion(percent);
        }
    }

    private void conversion(int start) {
        int flagsStart = position;
        while (FLAGS.indexOf(peek()) >= 0) {
            position++;
        }
        String flags = text.substring(flagsStart, position);
        int width = digits(start);
        int precision = PrintfField.NO_PRECISION;
        if (peek() == '.') {
            position++;
            precision = digits(start);
        }
        char letter = peek();
        Kind kind = kind(letter, position == start + 1);
        if (problem != null) {
            return;
        }
        if (kind == null) {
            problem = badConversion(start);
            return;
        }
        position++;
        conversions.add(new Conversion(start, position, letter, kind, new PrintfField(flags, width, precision)));
    }

    private static Kind kind(char letter, boolean isPlain) {
        return switch (letter) {
            case 'd', 'i', 'u', 'o', 'x', 'X', 'c', 'p' -> Kind.NUMBER;
            case 's' -> Kind.STRING;
            case '%' -> isPlain ? Kind.NONE : null;
            default -> null;
        };
    }

    /** The char at the position; 0, which no part of a conversion is, at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private int digits(int start) {
        int digitsStart = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        if (position - digitsStart > MAX_DIGITS) {
            problem = new Problem(start, position, "has '" + text.substring(start, position) + "'",
                    "width and precision have at most two digits");
            return 0;
        }
        return position == digitsStart ? 0 : Integer.parseInt(text, digitsStart, position, 10);
    }

    private Problem badConversion(int start) {
        if (position >= text.length()) {
            return new Problem(start, position, "ends inside '" + text.substring(start) + "'",
                    "write %% for a percent sign");
        }
        return new Problem(start, position + 1,
                "has '" + text.substring(start, position + 1) + "', which is no conversion",
                "use one of %d %i %u %o %x %X %c %p %s, or %% for a percent sign");
    }
}
