package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.Budget;

/** {@code sort_pairs} and {@code top}. */
class SortTest {
    private static final Prototype LESS = Assembler.function("less", 2, a -> {
        a.op(Opcode.TESTLT, 0, 1, 1);
        int less = a.jump(Opcode.JUMP, 0);
        a.load(0, false).op(Opcode.RETURN, 0, 1, 0).here(less).load(0, true).op(Opcode.RETURN, 0, 1, 0);
    });

    /** A table in register 0 with the elements 1 to n. */
    private static void table(Assembler a, int... values) {
        a.op(Opcode.NEWTABLE, 0, 0, 0);
        for (int i = 0; i < values.length; i++) {
            a.load(1, i + 1).load(2, values[i]).op(Opcode.SETTABLE, 0, 1, 2);
        }
    }

    /** Prints what the iterator in register 1 gives. */
    private static void forEach(Assembler a) {
        int start = a.builder().position();
        int end = a.jump(Opcode.FORNEXT, 1);
        a.print(2, 3).back(Opcode.LOOP, 0, start).here(end);
    }

    @Test
    void largestValuesComeFirst() {
        assertEquals("2\t9\n3\t4\n1\t3\n4\t3\n", Run.output(a -> {
            table(a, 3, 9, 4, 3);
            a.builtin(1, "sort_pairs").op(Opcode.MOVE, 2, 0, 0).op(Opcode.CALL, 1, 1, 1);
            forEach(a);
        }));
    }

    @Test
    void topGivesTheFirstOnly() {
        assertEquals("2\t9\n3\t4\n", Run.output(a -> {
            table(a, 3, 9, 4, 3);
            a.builtin(1, "top").op(Opcode.MOVE, 2, 0, 0).load(3, 2).op(Opcode.CALL, 1, 2, 1);
            forEach(a);
        }));
        assertEquals("1\t3\n", Run.output(a -> {
            table(a, 3);
            a.builtin(1, "top").op(Opcode.MOVE, 2, 0, 0).load(3, Long.MAX_VALUE).op(Opcode.CALL, 1, 2, 1);
            forEach(a);
            a.builtin(1, "top").op(Opcode.MOVE, 2, 0, 0).load(3, -1).op(Opcode.CALL, 1, 2, 1);
            forEach(a);
        }));
    }

    private static void sortBy(Assembler a, Prototype isBefore) {
        a.builtin(1, "sort_pairs").op(Opcode.MOVE, 2, 0, 0).closure(3, isBefore).op(Opcode.CALL, 1, 2, 1);
        forEach(a);
    }

    @Test
    void functionTellsTheOrder() {
        assertEquals("1\t3\n4\t3\n3\t4\n2\t9\n", Run.output(a -> {
            table(a, 3, 9, 4, 3);
            sortBy(a, LESS);
        }));
    }

    @Test
    void functionThatContradictsItselfStillEnds() {
        Prototype always = Assembler.function("always", 2, a -> a.load(0, true).op(Opcode.RETURN, 0, 1, 0));
        assertEquals(64, Run.output(a -> {
            table(a, new int[64]);
            sortBy(a, always);
        }).lines().count());
    }

    @Test
    void errorInTheFunctionHasItsCallStack() {
        Prototype bad = Assembler.function("bad", 2, a -> a.load(2, "x").op(Opcode.ADD, 0, 0, 2));
        var error = Run.error(a -> {
            table(a, 1, 2);
            sortBy(a, bad);
        });
        assertEquals("bad", error.trace().getFirst().function());
        assertEquals("main chunk", error.trace().getLast().function());
    }

    @Test
    void functionThatSortsIsStoppedInTime() {
        Prototype recursive = Assembler.function("recursive", 2, a -> {
            a.builtin(2, "sort_pairs").op(Opcode.GETGLOBAL, 3, 0).op(Opcode.GETGLOBAL, 4, 1).op(Opcode.CALL, 2, 2, 1);
        });
        assertTrue(Run.error(a -> {
            table(a, 1, 2);
            a.op(Opcode.SETGLOBAL, 0, 0).closure(3, recursive).op(Opcode.SETGLOBAL, 3, 1);
            sortBy(a, recursive);
        }).getMessage().startsWith("more than 16"));
    }

    @Test
    void sortingCountsSteps() {
        assertEquals("ktap.script.budget", Run.error(new Budget(50, 1, 10, 200, 100), a -> {
            table(a, new int[40]);
            sortBy(a, LESS);
        }).code());
    }
}
