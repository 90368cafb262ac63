package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.ScriptError;

class PrintfTest {
    private static final String USE = "use one of %d %i %u %o %x %X %c %p %s, or %% for a percent sign";

    private static void printf(Assembler a, Object... arguments) {
        a.builtin(0, "printf");
        for (int i = 0; i < arguments.length; i++) {
            a.load(1 + i, arguments[i]);
        }
        a.op(Opcode.CALL, 0, arguments.length, 0);
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                row("", ""), row("plain\n", "plain\n"), row("100%%", "100%"),
                row("%d", "42", 42), row("%i", "-42", -42), row("%5d|", "   42|", 42), row("%-5d|", "42   |", 42),
                row("%05d", "00042", 42), row("%05d", "-0042", -42), row("%-05d|", "42   |", 42), row("%+d", "+42", 42),
                row("%+d", "-42", -42), row("% d", " 42", 42), row("%+ d", "+42", 42), row("%.3d", "042", 42),
                row("%6.3d", "   042", 42), row("%06.3d", "   042", 42), row("%.0d|", "|", 0), row("%.d|", "|", 0),
                row("%.0d", "1", 1), row("%d", "-9223372036854775808", Long.MIN_VALUE),
                row("%u", "18446744073709551615", -1), row("%3u|", "  7|", 7), row("%+u", "7", 7),
                row("%o", "17", 15), row("%#o", "017", 15), row("%#o", "0", 0), row("%#.3o", "017", 15),
                row("%#.0o", "0", 0), row("%o", "1777777777777777777777", -1),
                row("%x", "ff", 255), row("%X", "FF", 255), row("%#x", "0xff", 255), row("%#X", "0XFF", 255),
                row("%#x", "0", 0), row("%08x", "000000ff", 255), row("%#08x", "0x0000ff", 255),
                row("%#8x", "    0xff", 255), row("%x", "ffffffffffffffff", -1), row("%#.4x", "0x00ff", 255),
                row("%p", "0xff", 255), row("%c%c", "ok", 111, 107), row("%3c|", "  x|", 120), row("%c", "A", 65 + 256),
                row("%s", "text", "text"), row("%6s|", "  text|", "text"), row("%-6s|", "text  |", "text"),
                row("%.2s", "te", "text"), row("%6.2s|", "    te|", "text"), row("%.0s|", "|", "text"),
                row("%.99s", "text", "text"),
                row("%s x\n", "nil x\n", new Object[] {null}), row("%s %s", "true false", true, false),
                row("%5s|", "  nil|", new Object[] {null}),
                row("%d %s %d", "1 two 3", 1, "two", 3), row("%d", "1", 1, 2, 3));
    }

    private static Arguments row(String format, String expected, Object... arguments) {
        return Arguments.of(format, expected, arguments);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("formats")
    void formatsAsInC(String format, String expected, Object[] arguments) {
        assertEquals(expected, Run.output(a -> printf(a, withFormat(format, arguments))));
    }

    private static Object[] withFormat(String format, Object... arguments) {
        return Stream.concat(Stream.of(format), Arrays.stream(arguments)).toArray();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                row("%d", "printf: argument 2 is a string, %d needs a number", "x"),
                row("%d", "printf: argument 2 is nil, %d needs a number", new Object[] {null}),
                row("%x", "printf: argument 2 is a boolean, %x needs a number", true),
                row("%s", "printf: argument 2 is a number, %s needs a string: use %d for numbers", 1),
                row("%d %d", "printf: argument 3 is missing, %d needs a number", 1),
                row("%s", "printf: argument 2 is missing, %s needs a string"),
                row("%k", "printf: argument 1 has '%k', which is no conversion, " + USE, 1),
                row("%5%", "printf: argument 1 has '%5%', which is no conversion, " + USE),
                row("a%", "printf: argument 1 ends inside '%', write %% for a percent sign"),
                row("%-5.", "printf: argument 1 ends inside '%-5.', write %% for a percent sign"),
                row("%100d", "printf: argument 1 has '%100', width and precision have at most two digits", 1),
                row("%.100s", "printf: argument 1 has '%.100', width and precision have at most two digits", "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void refusesWrongArgumentsAndSaysWhatToDo(String format, String message, Object[] arguments) {
        var error = Run.error(a -> printf(a, withFormat(format, arguments)));
        assertEquals(message, error.getMessage());
        assertEquals("ktap.script.argument", error.code());
    }

    @Test
    void formatMustBeAString() {
        assertEquals("printf: argument 1 is a number, must be a string", Run.error(a -> printf(a, 1)).getMessage());
        assertEquals("printf: argument 1 is missing, must be a string", Run.error(PrintfTest::printf).getMessage());
    }

    @Test
    void nothingIsWrittenByAPrintfThatFails() {
        RecordingHost host = new RecordingHost();
        var interpreter = Run.interpreter(Assembler.chunk(a -> printf(a, "written? %d", "x")), host);
        assertThrows(ScriptError.class, interpreter::runMain);
        assertEquals("", host.output.toString());
    }
}
