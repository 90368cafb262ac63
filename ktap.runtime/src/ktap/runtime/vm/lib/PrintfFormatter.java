package ktap.runtime.vm.lib;

import java.util.Locale;

import ktap.runtime.vm.Call;
import ktap.runtime.vm.KtapTable;
import ktap.runtime.vm.ScriptError;
import ktap.runtime.vm.ScriptEvent;

/**
 * One run of {@code printf}: {@code %[flags][width][.precision]conversion}, as in C for 64-bit integers, except that
 * the types of the arguments are checked. {@code %s} also takes nil, true, false and an event.
 */
final class PrintfFormatter {
    private static final String FLAGS = "-+ #0";
    private static final int MAX_DIGITS = 2;

    private final Call call;
    private final String format;
    private final StringBuilder out = new StringBuilder();
    private int position;
    private int argument = 1;

    PrintfFormatter(Call call) {
        this.call = call;
        this.format = call.string(1);
    }

    String format() {
        while (position < format.length()) {
            int percent = format.indexOf('%', position);
            if (percent < 0) {
                out.append(format, position, format.length());
                break;
            }
            out.append(format, position, percent);
            position = percent + 1;
            conversion(percent);
        }
        return out.toString();
    }

    private void conversion(int start) {
        int flagsStart = position;
        while (FLAGS.indexOf(peek()) >= 0) {
            position++;
        }
        String flags = format.substring(flagsStart, position);
        int width = digits(start);
        int precision = PrintfField.NO_PRECISION;
        if (peek() == '.') {
            position++;
            precision = digits(start);
        }
        char conversion = peek();
        if (conversion == '%' && position == start + 1) {
            position++;
            out.append('%');
            return;
        }
        PrintfField field = new PrintfField(flags, width, precision);
        switch (conversion) {
            case 'd', 'i' -> out.append(field.signed(number(conversion)));
            case 'u' -> out.append(field.unsigned(Long.toUnsignedString(number(conversion)), ""));
            case 'o' -> out.append(field.octal(number(conversion)));
            case 'x' -> out.append(field.hexadecimal(number(conversion)));
            case 'X' -> out.append(field.hexadecimal(number(conversion)).toUpperCase(Locale.ROOT));
            case 'p' -> out.append(field.pointer(number(conversion)));
            case 'c' -> out.append(field.text(Character.toString((char) (number(conversion) & 0xff))));
            case 's' -> out.append(field.text(string()));
            default -> throw badFormat(start);
        }
        position++;
    }

    /** The char at the position; 0, which no part of a conversion is, at the end. */
    private char peek() {
        return position < format.length() ? format.charAt(position) : 0;
    }

    private int digits(int start) {
        int digitsStart = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        if (position - digitsStart > MAX_DIGITS) {
            throw call.wrong(1, "has '" + format.substring(start, position) + "'",
                    "width and precision have at most two digits");
        }
        return position == digitsStart ? 0 : Integer.parseInt(format, digitsStart, position, 10);
    }

    private long number(char conversion) {
        argument++;
        if (call.value(argument) instanceof Long number) {
            return number;
        }
        throw call.wrongType(argument, "%" + conversion + " needs a number");
    }

    private String string() {
        argument++;
        Object value = argument > call.count() ? call : call.value(argument);
        return switch (value) {
            case null -> "nil";
            case String bytes -> bytes;
            case Boolean truth -> truth.toString();
            case ScriptEvent event -> event.text();
            case Long ignored -> throw call.wrongType(argument, "%s needs a string: use %d for numbers");
            case KtapTable ignored -> throw call.wrongType(argument, "%s needs a string: loop over it with pairs");
            default -> throw call.wrongType(argument, "%s needs a string");
        };
    }

    private ScriptError badFormat(int start) {
        if (position >= format.length()) {
            return call.wrong(1, "ends inside '" + format.substring(start) + "'", "write %% for a percent sign");
        }
        return call.wrong(1, "has '" + format.substring(start, position + 1) + "', which is no conversion",
                "use one of %d %i %u %o %x %X %c %p %s, or %% for a percent sign");
    }
}
