package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;

class ControlTest {

    private static String valuesOfFor(long start, long limit, long step, int mostShown) {
        return Run.output(a -> {
            a.load(0, start).load(1, limit).load(2, step).load(4, 0);
            int prepare = a.jump(Opcode.FORPREP, 0);
            int body = a.builder().position();
            a.print(3).load(5, 1).op(Opcode.ADD, 4, 4, 5).load(5, mostShown).op(Opcode.TESTLE, 5, 4, 1);
            int enough = a.jump(Opcode.JUMP, 0);
            // What the body does to its variable does not change the loop.
            a.load(3, 1_000);
            a.back(Opcode.FORLOOP, 0, body);
            a.here(prepare, enough);
        }).replace('\n', ' ').strip();
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 1, '1 2 3'", "3, 1, 1, ''", "3, 1, -1, '3 2 1'", "1, 6, 2, '1 3 5'", "5, 5, 7, '5'",
            "-5, 5, 4, '-5 -1 3'",
            "9223372036854775806, 9223372036854775807, 1, '9223372036854775806 9223372036854775807'",
            "-9223372036854775808, 9223372036854775807, 9223372036854775807, "
                    + "'-9223372036854775808 -1 9223372036854775806'",
            "0, -9223372036854775808, -9223372036854775808, '0 -9223372036854775808'",
            "9223372036854775807, -9223372036854775808, -9223372036854775808, '9223372036854775807 -1'"})
    void numericForCountsWithoutOverflow(long start, long limit, long step, String expected) {
        assertEquals(expected, valuesOfFor(start, limit, step, 100));
    }

    @Test
    void numericForOverTheWholeRangeStarts() {
        assertEquals("-9223372036854775808 -9223372036854775807", valuesOfFor(Long.MIN_VALUE, Long.MAX_VALUE, 1, 2));
    }

    @Test
    void numericForRefusesWrongBounds() {
        Consumer<Assembler> loop = a -> {
            int prepare = a.jump(Opcode.FORPREP, 0);
            a.back(Opcode.FORLOOP, 0, a.builder().position());
            a.here(prepare);
        };
        assertEquals("the limit of the for is a string, not a number", Run.error(a -> {
            a.load(0, 1).load(1, "2").load(2, 1);
            loop.accept(a);
        }).getMessage());
        assertEquals("the step of the for is zero", Run.error(a -> {
            a.load(0, 1).load(1, 2).load(2, 0);
            loop.accept(a);
        }).getMessage());
    }

    @Test
    void stateOfAForThatWasOverwrittenIsAnError() {
        assertEquals("the state of a for was overwritten", Run.error(a -> {
            a.load(0, 1).load(1, 3).load(2, 1);
            int prepare = a.jump(Opcode.FORPREP, 0);
            int body = a.builder().position();
            a.load(1, "x").back(Opcode.FORLOOP, 0, body);
            a.here(prepare);
        }).getMessage());
    }

    @Test
    void whileLoopsAndJumps() {
        assertEquals("0\n1\n2\n", Run.output(a -> {
            a.load(0, 0).load(1, 3).load(2, 1);
            int start = a.builder().position();
            a.op(Opcode.TESTLT, 0, 1, 0);
            int end = a.jump(Opcode.JUMP, 0);
            a.print(0).op(Opcode.ADD, 0, 0, 2).back(Opcode.LOOP, 0, start).here(end);
        }));
    }

    @ParameterizedTest
    @CsvSource(value = {"nil, false", "false, false", "true, true", "0, true", "'', true"})
    void onlyNilAndFalseAreFalse(String literal, boolean isTrue) {
        Object value = switch (literal) {
            case "nil" -> null;
            case "false" -> false;
            case "true" -> true;
            case "0" -> 0;
            default -> literal;
        };
        assertEquals((isTrue ? "if" : "ifnot") + "\n", Run.output(a -> {
            a.load(0, value).load(1, "if");
            int taken = a.jump(Opcode.JUMPIF, 0);
            a.load(1, "ifnot").here(taken);
            int skipped = a.jump(Opcode.JUMPIFNOT, 0);
            a.op(Opcode.NOT, 2, 0, 0).here(skipped).print(1);
        }));
    }
}
