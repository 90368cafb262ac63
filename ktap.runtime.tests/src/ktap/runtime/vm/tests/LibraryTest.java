package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.lib.BuiltinCatalog;
import ktap.runtime.vm.lib.BuiltinSignature;
import ktap.runtime.vm.lib.Library;

class LibraryTest {

    @Test
    void catalogListsWhatTheInterpreterHas() {
        for (BuiltinSignature signature : BuiltinCatalog.all()) {
            assertEquals(signature, BuiltinCatalog.find(signature.name()).orElseThrow());
            assertEquals(!signature.isVariable(), Library.function(signature.name()).isPresent(), signature.name());
            assertFalse(signature.description().isBlank(), signature.name());
        }
        assertTrue(BuiltinCatalog.find("arg").orElseThrow().isVariable());
        assertEquals(Set.of("kdebug", "timer", "table", "ansi", "os"), BuiltinCatalog.libraries());
        assertTrue(BuiltinCatalog.find("pid").isEmpty(), "pid is a context variable");
    }

    @Test
    void unknownBuiltinIsAnErrorWhenItIsReached() {
        assertEquals("this version of ktap has no built-in 'net.magic'",
                Run.error(a -> a.builtin(0, "net.magic")).getMessage());
    }

    @Test
    void printSeparatesWithTabs() {
        assertEquals("nil\ttrue\t-3\ttext\n\n", Run.output(a -> a.load(0, null).load(1, true).load(2, -3)
                .load(3, "text")
                .print(0, 1, 2, 3).print()));
        assertTrue(Run.output(a -> a.op(Opcode.NEWTABLE, 0, 0, 0).print(0)).matches("table 0x[0-9a-f]+\n"));
        assertEquals("function f\tfunction print\titerator\n", Run.output(a -> a
                .closure(0, Assembler.function("f", 0, f -> f.load(0, 1))).builtin(1, "print")
                .builtin(2, "pairs").op(Opcode.NEWTABLE, 3, 0, 0).op(Opcode.CALL, 2, 1, 1).print(0, 1, 2)));
    }

    @Test
    void lenCountsBytesAndElements() {
        assertEquals("5\n", Run.output(a -> a.builtin(0, "len").load(1, "gr\u00c3\u00bcn").op(Opcode.CALL, 0, 1, 1)
                .print(0)));
        assertEquals("1\n", Run.output(a -> a.op(Opcode.NEWTABLE, 1, 0, 0).load(2, 1).load(3, null)
                .op(Opcode.SETTABLE, 1, 2, 2).op(Opcode.SETFIELD, 1, a.string("x"), 2)
                .op(Opcode.SETTABLE, 1, 2, 3).builtin(0, "len").op(Opcode.CALL, 0, 1, 1).print(0)));
        assertEquals("len: argument 1 is nil, must be a table or a string",
                Run.error(a -> a.builtin(0, "len").load(1, null).op(Opcode.CALL, 0, 1, 1)).getMessage());
    }

    @Test
    void incrementsAndDeletes() {
        assertEquals("2\n0\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 1, 0, 0).load(2, "k");
            for (int i = 0; i < 2; i++) {
                a.builtin(0, "inplace_inc").op(Opcode.CALL, 0, 2, 0);
            }
            a.op(Opcode.GETTABLE, 3, 1, 2).print(3).builtin(0, "delete").op(Opcode.CALL, 0, 1, 0);
            a.builtin(0, "len").op(Opcode.CALL, 0, 1, 1).print(0);
        }));
        assertEquals("nil cannot be the key of an element", Run.error(a -> a.builtin(0, "inplace_inc")
                .op(Opcode.NEWTABLE, 1, 0, 0).op(Opcode.CALL, 0, 1, 0)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs", "delete", "inplace_inc", "histogram", "print_hist"})
    void tableFunctionsWantATable(String name) {
        assertEquals(name + ": argument 1 is a number, must be a table",
                Run.error(a -> a.builtin(0, name).load(1, 1).load(2, 1).op(Opcode.CALL, 0, 2, 1)).getMessage());
        assertEquals(name + ": argument 1 is missing, must be a table",
                Run.error(a -> a.builtin(0, name).op(Opcode.CALL, 0, 0, 1)).getMessage());
    }

    @Test
    void registrationChecksItsArguments() {
        assertEquals("kdebug.probe: argument 1 is a number, must be a string", Run.error(a -> a
                .builtin(0, "kdebug.probe").load(1, 1).load(2, 1).op(Opcode.CALL, 0, 2, 0)).getMessage());
        assertEquals("kdebug.trace: argument 2 is missing, must be a function", Run.error(a -> a
                .builtin(0, "kdebug.trace").load(1, "e").op(Opcode.CALL, 0, 1, 0)).getMessage());
        assertEquals("kdebug.trace_end: argument 1 is a function, must be a function of the script: write function () "
                + "{ ... } around it", Run.error(a -> a.builtin(0, "kdebug.trace_end").builtin(1, "exit")
                        .op(Opcode.CALL, 0, 1, 0)).getMessage());
    }

    @Test
    void registersEndFunctions() {
        RecordingHost host = new RecordingHost();
        var interpreter = Run.interpreter(Assembler.chunk(a -> a.builtin(0, "kdebug.trace_end")
                .closure(1, Assembler.function("end", 0, e -> e.load(0, "bye").print(0))).op(Opcode.CALL, 0, 1, 0)),
                host);
        interpreter.runMain();
        assertEquals("", host.output.toString());
        interpreter.call(host.endFunctions.getFirst(), null);
        assertEquals("bye\n", host.output.toString());
    }

    @Test
    void missingResultsOfABuiltinAreNil() {
        assertEquals("1\tnil\tnil\n", Run.output(a -> a.builtin(0, "len").load(1, "x").load(2, "y")
                .op(Opcode.CALL, 0, 1, 3).print(0, 1, 2)));
    }

    @ParameterizedTest
    @CsvSource({"ns, NANOSECONDS", "us, MICROSECONDS", "ms, MILLISECONDS", "s, SECONDS"})
    void wallClockIsInItsUnit(String suffix, TimeUnit unit) {
        long before = System.currentTimeMillis();
        String shown = Run.output(a -> a.builtin(0, "gettimeofday_" + suffix).op(Opcode.CALL, 0, 0, 1).print(0));
        long after = System.currentTimeMillis();
        long value = Long.parseLong(shown.strip());
        assertTrue(unit.convert(before, TimeUnit.MILLISECONDS) <= value
                && value <= unit.convert(after + 1, TimeUnit.MILLISECONDS), before + " <= " + value + " <= " + after);
    }

    @Test
    void countsCpus() {
        assertEquals(Runtime.getRuntime().availableProcessors() + "\n",
                Run.output(a -> a.builtin(0, "num_cpus").op(Opcode.CALL, 0, 0, 1).print(0)));
    }

    /** Calls a histogram function on {a = 3, [7] = 1}. */
    private static String histogram(String name) {
        return Run.output(a -> a.op(Opcode.NEWTABLE, 1, 0, 0).load(2, 3).op(Opcode.SETFIELD, 1, a.string("a"), 2)
                .load(2, 7).load(3, 1).op(Opcode.SETTABLE, 1, 2, 3).builtin(0, name).op(Opcode.CALL, 0, 1, 0));
    }

    @Test
    void histogramsOfATable() {
        String title = "value ------------- Distribution ------------- count\n";
        assertEquals(" ".repeat(26) + title
                + " ".repeat(31) + "a |" + "@".repeat(29) + " ".repeat(10) + "3         \n"
                + " ".repeat(31) + "7 | " + "@".repeat(9) + " ".repeat(30) + "1         \n", histogram("histogram"));
        assertEquals(" ".repeat(25) + title
                + " ".repeat(30) + "a |" + "@".repeat(28) + " ".repeat(10) + "3      \n"
                + " ".repeat(30) + "7 |" + "@".repeat(9) + " ".repeat(29) + "1      \n", histogram("print_hist"));
    }

    @Test
    void printHistShowsOneRowLessThanAsked() {
        for (var expected : List.of(List.of(0, 19), List.of(1, 19), List.of(25, 24), List.of(5_000, 60))) {
            String shown = Run.output(a -> {
                a.op(Opcode.NEWTABLE, 1, 0, 0).load(4, 1).load(5, 60).load(6, 1);
                int prepare = a.jump(Opcode.FORPREP, 4);
                int body = a.builder().position();
                a.op(Opcode.SETTABLE, 1, 7, 7).back(Opcode.FORLOOP, 4, body).here(prepare);
                a.builtin(0, "print_hist").load(2, expected.get(0)).op(Opcode.CALL, 0, 2, 0);
            });
            int rows = expected.get(1);
            assertEquals(1 + rows + (rows < 60 ? 1 : 0), shown.lines().count());
            assertEquals(rows < 60, shown.endsWith(" ".repeat(28) + "... |\n"));
        }
    }

    @Test
    void histogramCountsNumbersOnly() {
        assertEquals("histogram: argument 1 has an element that is no number, a histogram shows counts",
                Run.error(a -> a
                .op(Opcode.NEWTABLE, 1, 0, 0).load(2, "x").op(Opcode.SETTABLE, 1, 2, 2).builtin(0, "histogram")
                .op(Opcode.CALL, 0, 1, 0)).getMessage());
    }
}
