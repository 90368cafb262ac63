package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;

/** Pairs of instructions that the interpreter executes at once do what they do one by one. */
class FusedOpTest {

    @Test
    void arithmeticWithASmallInteger() {
        for (long value : new long[] {0, 7, -7, 1L << 40, Long.MIN_VALUE, Long.MAX_VALUE, 0x7fffffffL, 0x80000000L}) {
            for (int integer : new int[] {1, -1, 3, -3, 32_767, -32_768}) {
                String expected = value + integer + "\t" + (value - integer) + "\t" + value % integer + "\t" + integer;
                assertEquals(expected + "\n", Run.output(a -> a.load(0, value)
                        .load(1, integer).op(Opcode.ADD, 2, 0, 1).load(1, integer).op(Opcode.SUB, 3, 0, 1)
                        .load(1, integer).op(Opcode.MOD, 4, 0, 1).print(2, 3, 4, 1)));
            }
        }
    }

    @Test
    void resultMayReplaceEitherOperand() {
        assertEquals("8\n8\n10\n", Run.output(a -> a.load(0, 5)
                .load(1, 3).op(Opcode.ADD, 1, 0, 1).print(1).load(1, 3).op(Opcode.ADD, 0, 0, 1).print(0)
                .load(1, 5).op(Opcode.ADD, 1, 1, 1).print(1)));
    }

    @Test
    void nilStaysNilAndOtherTypesAreErrors() {
        for (Opcode opcode : new Opcode[] {Opcode.ADD, Opcode.SUB, Opcode.MOD}) {
            assertEquals("nil\n", Run.output(a -> a.load(0, null).load(1, 5).op(opcode, 2, 0, 1).print(2)));
            assertEquals("'g0' is a string, not a number", Run.error(a -> a.load(0, "x").op(Opcode.SETGLOBAL, 0, 0)
                    .op(Opcode.GETGLOBAL, 0, 0).load(1, 5).op(opcode, 2, 0, 1)).getMessage());
        }
        assertEquals("division by zero",
                Run.error(a -> a.load(0, 5).load(1, 0).op(Opcode.MOD, 2, 0, 1)).getMessage());
    }

    @Test
    void errorHasTheLineOfTheSecondInstruction() {
        var error = Run.error(a -> a.load(0, "x").load(1, 5).line().op(Opcode.ADD, 2, 0, 1));
        assertEquals(2, error.trace().getFirst().line());
    }

    private static Consumer<Assembler> less(Object left, int right, int wanted) {
        return a -> {
            a.load(0, left).load(1, right).op(Opcode.TESTLT, 0, 1, wanted);
            int jump = a.jump(Opcode.JUMP, 0);
            a.load(2, "went on").print(2);
            int end = a.jump(Opcode.JUMP, 0);
            a.here(jump).load(2, "jumped").print(2).here(end);
        };
    }

    @Test
    void comparisonWithASmallInteger() {
        assertEquals("jumped\n", Run.output(less(4, 5, 1)));
        assertEquals("went on\n", Run.output(less(5, 5, 1)));
        assertEquals("went on\n", Run.output(less(4, 5, 0)));
        assertEquals("jumped\n", Run.output(less(-1L, -1, 0)));
        assertEquals("cannot compare a string with a number: only two numbers or two strings have an order",
                Run.error(less("x", 5, 1)).getMessage());
    }

    @Test
    void jumpToTheSecondInstructionLeavesOutTheFirst() {
        assertEquals("107\n", Run.output(a -> {
            a.load(0, 7).load(1, 100L).load(2, true);
            int jump = a.jump(Opcode.JUMPIF, 2);
            a.load(1, 1).here(jump).op(Opcode.ADD, 0, 0, 1).print(0);
        }));
    }
}
