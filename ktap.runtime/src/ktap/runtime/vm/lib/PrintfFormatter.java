package ktap.runtime.vm.lib;

import java.util.Locale;

import ktap.runtime.vm.Aggregation;
import ktap.runtime.vm.Call;
import ktap.runtime.vm.Distribution;
import ktap.runtime.vm.KtapKey;
import ktap.runtime.vm.KtapTable;
import ktap.runtime.vm.ScriptEvent;
import ktap.runtime.vm.lib.PrintfFormat.Conversion;
import ktap.runtime.vm.lib.PrintfFormat.Problem;

/**
 * One run of {@code printf}, as in C for 64-bit integers, except that the types of the arguments are checked.
 * {@code %s} also takes nil, true, false, an event, a composite key and an aggregation.
 */
final class PrintfFormatter {
    private final Call call;
    private final StringBuilder out = new StringBuilder();
    private int argument = 1;

    PrintfFormatter(Call call) {
        this.call = call;
    }

    String format() {
        PrintfFormat format = PrintfFormat.parse(call.string(1));
        if (format.problem().isPresent()) {
            Problem problem = format.problem().get();
            throw call.wrong(1, problem.message(), problem.hint());
        }
        int end = 0;
        for (Conversion conversion : format.conversions()) {
            out.append(format.text(), end, conversion.start()).append(text(conversion));
            end = conversion.end();
        }
        return out.append(format.text(), end, format.text().length()).toString();
    }

    private String text(Conversion conversion) {
        PrintfField field = conversion.field();
        return switch (conversion.kind()) {
            case NONE -> "%";
            case STRING -> field.text(string());
            case NUMBER -> number(field, conversion.letter(), number(conversion.letter()));
        };
    }

    private static String number(PrintfField field, char letter, long value) {
        return switch (letter) {
            case 'u' -> field.unsigned(Long.toUnsignedString(value), "");
            case 'o' -> field.octal(value);
            case 'x' -> field.hexadecimal(value);
            case 'X' -> field.hexadecimal(value).toUpperCase(Locale.ROOT);
            case 'p' -> field.pointer(value);
            case 'c' -> field.text(Character.toString((char) (value & 0xff)));
            default -> field.signed(value);
        };
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
            case KtapKey key -> call.text(argument);
            case Aggregation aggregation -> aggregation.toString();
            case Distribution distribution -> distribution.toString();
            case Long ignored -> throw call.wrongType(argument, "%s needs a string: use %d for numbers");
            case KtapTable ignored -> throw call.wrongType(argument, "%s needs a string: loop over it with pairs");
            default -> throw call.wrongType(argument, "%s needs a string");
        };
    }
}
