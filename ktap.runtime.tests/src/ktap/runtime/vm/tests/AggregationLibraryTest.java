package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Distribution;
import ktap.runtime.vm.ScriptError;

/** Built-ins that read aggregations and collect distributions. */
class AggregationLibraryTest {

    /** A table in register 0 whose element {@code "k"} has these integers, read into register 1. */
    private static void aggregate(Assembler a, int... values) {
        a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, "k");
        for (int value : values) {
            a.load(2, value).op(Opcode.AGGREGATE, 0, 1, 2);
        }
        a.op(Opcode.GETTABLE, 1, 0, 1);
    }

    private static void printPart(Assembler a, String name) {
        a.builtin(2, name).op(Opcode.MOVE, 3, 1, 0).op(Opcode.CALL, 2, 1, 1).print(2);
    }

    @Test
    void partsOfAnAggregation() {
        assertEquals("3\n12\n4\n1\n9\n", Run.output(a -> {
            aggregate(a, 9, 1, 2);
            List.of("count", "sum", "avg", "min", "max").forEach(name -> printPart(a, name));
        }));
    }

    @Test
    void partsOfNothingAreNilAndOfANumberAnError() {
        assertEquals("nil\n", Run.output(a -> {
            aggregate(a);
            printPart(a, "avg");
        }));
        assertEquals("avg: argument 1 is a number, must be an aggregation: an element that <<< has been used on",
                Run.error(a -> {
                    a.load(1, 5);
                    printPart(a, "avg");
                }).getMessage());
    }

    @Test
    void histogramShowsTheCountOfAnAggregation() {
        assertEquals("                         value ------------- Distribution ------------- count\n"
                + "                              k |" + "@".repeat(38) + "3      \n", Run.output(a -> {
                    aggregate(a, 100, 200, 300);
                    a.builtin(2, "print_hist").op(Opcode.MOVE, 3, 0, 0).op(Opcode.CALL, 2, 1, 0);
                }));
    }

    private static void collect(Assembler a, String name, Object value, int... ranges) {
        a.builtin(1, name).op(Opcode.MOVE, 2, 0, 0).load(3, "k").load(4, value);
        for (int i = 0; i < ranges.length; i++) {
            a.load(5 + i, ranges[i]);
        }
        a.op(Opcode.CALL, 1, 3 + ranges.length, 0);
    }

    @Test
    void quantizeCountsByPowersOfTwo() {
        String output = Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            for (int value : new int[] {4, 5, 7, 8, 16}) {
                collect(a, "quantize", value);
            }
            a.builtin(2, "print_hist").op(Opcode.MOVE, 3, 0, 0).op(Opcode.CALL, 2, 1, 0);
        });
        assertEquals("k\n"
                + "                         value ------------- Distribution ------------- count\n"
                + "                         [4, 8) |" + "@".repeat(22) + " ".repeat(16) + "3      \n"
                + "                        [8, 16) |" + "@".repeat(7) + " ".repeat(31) + "1      \n"
                + "                       [16, 32) |" + "@".repeat(7) + " ".repeat(31) + "1      \n", output);
    }

    @Test
    void lhistCountsBySteps() {
        String output = Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            for (int value : new int[] {-1, 0, 24, 25, 100}) {
                collect(a, "lhist", value, 0, 100, 10);
            }
            a.builtin(2, "print_hist").op(Opcode.MOVE, 3, 0, 0).op(Opcode.CALL, 2, 1, 0);
        });
        List<String> labels = output.lines().skip(2).map(line -> line.substring(0, 31).strip()).toList();
        assertEquals("(..., 0)", labels.getFirst());
        assertEquals("[0, 10)", labels.get(1));
        assertEquals("[20, 30)", labels.get(3));
        assertEquals("[100, ...)", labels.getLast());
        assertEquals(12, labels.size());
        assertTrue(output.lines().toList().get(5).endsWith("2      "), output);
    }

    @Test
    void rangesMustStayTheSameAndBeSensible() {
        assertEquals("lhist: argument 2 has a distribution with other ranges, give the same ranges each time",
                Run.error(a -> {
                    a.op(Opcode.NEWTABLE, 0, 0, 0);
                    collect(a, "lhist", 1, 0, 10, 1);
                    collect(a, "lhist", 1, 0, 20, 1);
                }).getMessage());
        for (int[] ranges : new int[][] {{0, 10, 0}, {5, 5, 1}, {0, 1001, 1}}) {
            assertEquals("ktap.script.argument", Run.error(a -> {
                a.op(Opcode.NEWTABLE, 0, 0, 0);
                collect(a, "lhist", 1, ranges);
            }).code());
        }
    }

    @Test
    void distributionsCountAgainstTheBudget() {
        ScriptError error = Run.error(new Budget(1000, 1, 10, 20, 100), a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            for (int i = 0; i < 30; i++) {
                collect(a, "lhist", i, 0, 100, 1);
            }
        });
        assertEquals("ktap.script.budget", error.code());
    }

    @Test
    void everyIntegerIsInTheRangeThatIsNamedForIt() {
        Distribution.Ranges powers = new Distribution.PowersOfTwo();
        assertEquals("0", powers.label(powers.rangeOf(0)));
        assertEquals("[1, 2)", powers.label(powers.rangeOf(1)));
        assertEquals("[1K, 2K)", powers.label(powers.rangeOf(1024)));
        assertEquals("(-4, -2]", powers.label(powers.rangeOf(-2)));
        assertEquals("[4E, 8E)", powers.label(powers.rangeOf(Long.MAX_VALUE)));
        assertEquals("(-16E, -8E]", powers.label(powers.rangeOf(Long.MIN_VALUE)));
        Distribution.Ranges wide = new Distribution.Steps(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        assertEquals("[-1, 9223372036854775806)", wide.label(wide.rangeOf(0)));
        assertFalse(wide.label(wide.rangeOf(Long.MIN_VALUE)).contains("..."));
    }
}
