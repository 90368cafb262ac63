package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import ktap.runtime.bytecode.Opcode;

class ArithmeticTest {

    @ParameterizedTest
    @CsvSource({"ADD, 2, 3, 5", "ADD, 9223372036854775807, 1, -9223372036854775808", "SUB, 2, 3, -1",
            "MUL, -4, 5, -20", "MUL, 4611686018427387904, 4, 0", "DIV, 7, 2, 3", "DIV, -7, 2, -3", "DIV, 7, -2, -3",
            "DIV, -9223372036854775808, -1, -9223372036854775808", "MOD, 7, 3, 1", "MOD, -7, 3, -1", "MOD, 7, -3, 1",
            "MOD, -9223372036854775808, -1, 0"})
    void computesIn64Bits(Opcode opcode, long left, long right, String expected) {
        assertEquals(expected + "\n", Run.output(a -> a.load(0, left).load(1, right).op(opcode, 2, 0, 1).print(2)));
    }

    @ParameterizedTest
    @EnumSource(value = Opcode.class, names = {"ADD", "SUB", "MUL", "DIV", "MOD"})
    void nilOperandGivesNil(Opcode opcode) {
        assertEquals("nil\tnil\tnil\n", Run.output(a -> a.load(0, null).load(1, 1)
                .op(opcode, 2, 0, 1).op(opcode, 3, 1, 0).op(opcode, 4, 0, 0).print(2, 3, 4)));
    }

    @ParameterizedTest
    @EnumSource(value = Opcode.class, names = {"ADD", "SUB", "MUL", "DIV", "MOD"})
    void otherOperandsAreErrors(Opcode opcode) {
        var error = Run.error(a -> a.load(0, "x").line().load(1, 1).op(opcode, 2, 1, 0));
        assertEquals("a value is a string, not a number", error.getMessage());
        assertEquals("ktap.script.type", error.code());
        assertEquals("main chunk (test.kp:2)", error.trace().getFirst().toString());
    }

    @ParameterizedTest
    @EnumSource(value = Opcode.class, names = {"DIV", "MOD"})
    void divisionByZeroIsAnError(Opcode opcode) {
        var error = Run.error(a -> a.load(0, 1).load(1, 0).op(opcode, 2, 0, 1));
        assertEquals("division by zero", error.getMessage());
        assertEquals("ktap.script.divideByZero", error.code());
    }

    @Test
    void negatesAndInverts() {
        assertEquals("-5\tnil\ttrue\ttrue\tfalse\tfalse\n", Run.output(a -> a.load(0, 5).load(1, null).load(2, false)
                .load(3, 0).load(4, "").op(Opcode.NEG, 5, 0, 0).op(Opcode.NEG, 6, 1, 0).op(Opcode.NOT, 7, 1, 0)
                .op(Opcode.NOT, 8, 2, 0).op(Opcode.NOT, 9, 3, 0).op(Opcode.NOT, 4, 4, 0).print(5, 6, 7, 8, 9, 4)));
        assertEquals("a value is a boolean, not a number",
                Run.error(a -> a.load(0, true).op(Opcode.NEG, 1, 0, 0)).getMessage());
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(Arguments.of(Opcode.TESTEQ, 1, 1, true), Arguments.of(Opcode.TESTEQ, 1, 2, false),
                Arguments.of(Opcode.TESTEQ, 1, "1", false), Arguments.of(Opcode.TESTEQ, "a", new String("a"), true),
                Arguments.of(Opcode.TESTEQ, null, false, false), Arguments.of(Opcode.TESTEQ, null, null, true),
                Arguments.of(Opcode.TESTEQ, true, true, true), Arguments.of(Opcode.TESTEQ, 0, false, false),
                Arguments.of(Opcode.TESTEQ, "a", 97, false), Arguments.of(Opcode.TESTLT, 1, 2, true),
                Arguments.of(Opcode.TESTLT, 2, 2, false), Arguments.of(Opcode.TESTLT, Long.MIN_VALUE, Long.MAX_VALUE,
                true),
                Arguments.of(Opcode.TESTLE, 2, 2, true), Arguments.of(Opcode.TESTLE, 3, 2, false),
                Arguments.of(Opcode.TESTLT, "a", "b", true), Arguments.of(Opcode.TESTLT, "a", "\u00ff", true),
                Arguments.of(Opcode.TESTLE, "ab", "a", false), Arguments.of(Opcode.TESTLE, "a", "a", true));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void compares(Opcode test, Object left, Object right, boolean holds) {
        for (int wanted = 0; wanted <= 1; wanted++) {
            int c = wanted;
            String shown = Run.output(a -> {
                a.load(0, left).load(1, right).load(2, "no jump").op(test, 0, 1, c);
                int jump = a.jump(Opcode.JUMP, 0);
                int end = a.jump(Opcode.JUMP, 0);
                a.here(jump).load(2, "jump").here(end).print(2);
            });
            assertEquals(holds == (c == 1) ? "jump\n" : "no jump\n", shown, test + " with C = " + c);
        }
    }

    @Test
    void orderOfOtherTypesIsAnError() {
        var error = Run.error(a -> {
            a.load(0, 1).load(1, "1").op(Opcode.TESTLT, 0, 1, 1);
            a.here(a.jump(Opcode.JUMP, 0));
        });
        assertEquals("cannot compare a number with a string: only two numbers or two strings have an order",
                error.getMessage());
    }

    @Test
    void joinsStrings() {
        assertEquals("abc\n", Run.output(a -> a.load(0, "a").load(1, "b").load(2, "c").op(Opcode.CONCAT, 3, 0, 2)
                .print(3)));
        var error = Run.error(a -> a.load(0, "a").load(1, 2).op(Opcode.CONCAT, 3, 0, 1));
        assertEquals("a value is a number, not a string: .. joins strings only", error.getMessage());
    }
}
