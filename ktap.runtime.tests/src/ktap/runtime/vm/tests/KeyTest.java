package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;

/** Composite keys, aggregations and powers. */
class KeyTest {

    @Test
    void equalPartsAreTheSameKey() {
        assertEquals("9\tnil\t1, x\n", Run.output(a -> a.op(Opcode.NEWTABLE, 0, 0, 0)
                .load(1, 1).load(2, "x").op(Opcode.KEY, 3, 1, 2).load(4, 9).op(Opcode.SETTABLE, 0, 3, 4)
                .load(1, 1).load(2, "x").op(Opcode.KEY, 4, 1, 2).op(Opcode.GETTABLE, 5, 0, 4)
                .load(1, "1").op(Opcode.KEY, 4, 1, 2).op(Opcode.GETTABLE, 6, 0, 4).print(5, 6, 3)));
    }

    @Test
    void keyInAKeyIsOneKeyOfAllParts() {
        assertEquals("true\n", Run.output(a -> {
            a.load(1, 1).load(2, 2).load(3, 3).op(Opcode.KEY, 4, 1, 3).op(Opcode.KEY, 2, 2, 3)
                    .op(Opcode.KEY, 1, 1, 2).op(Opcode.TESTEQ, 1, 4, 1);
            int same = a.jump(Opcode.JUMP, 0);
            a.load(5, false);
            int done = a.jump(Opcode.JUMP, 0);
            a.here(same).load(5, true).here(done).print(5);
        }));
        assertEquals("a key of 9 parts, more than 8", Run.error(a -> {
            for (int i = 0; i < 8; i++) {
                a.load(i, i);
            }
            a.op(Opcode.KEY, 0, 0, 7).op(Opcode.KEY, 0, 0, 1);
        }).getMessage());
    }

    @Test
    void nilIsNoPart() {
        assertEquals("a part of a key is nil",
                Run.error(a -> a.load(0, 1).load(1, null).op(Opcode.KEY, 0, 0, 1)).getMessage());
    }

    @Test
    void aggregationCountsSumsAndKeepsTheExtremes() {
        assertEquals("[count:      3 sum:     -2 max:      5 min:     -9 avg:      0]\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, "k");
            for (int value : new int[] {5, 2, -9}) {
                a.load(2, value).op(Opcode.AGGREGATE, 0, 1, 2);
            }
            a.op(Opcode.GETTABLE, 3, 0, 1).print(3);
        }));
    }

    @Test
    void onlyIntegersAndOnlyIntoAggregations() {
        assertEquals("'s' is a string, not a number", Run.error(a -> a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, "s")
                .op(Opcode.SETGLOBAL, 1, 0).op(Opcode.AGGREGATE, 0, 1, 1)).getMessage().replace("a value", "'s'"));
        assertEquals("cannot aggregate in the element: it is a number", Run.error(a -> a.op(Opcode.NEWTABLE, 0, 0, 0)
                .load(1, 1).op(Opcode.SETTABLE, 0, 1, 1).op(Opcode.AGGREGATE, 0, 1, 1)).getMessage());
        assertEquals("nil cannot be the key of an element", Run.error(a -> a.op(Opcode.NEWTABLE, 0, 0, 0)
                .load(1, null).load(2, 1).op(Opcode.AGGREGATE, 0, 1, 2)).getMessage());
    }

    private static void power(Assembler a, Object base, Object exponent) {
        a.load(0, base).load(1, exponent).op(Opcode.POW, 0, 0, 1).print(0);
    }

    @Test
    void powersWrapAround() {
        assertEquals("1\n1024\n-8\n-9223372036854775808\n0\nnil\n", Run.output(a -> {
            power(a, 5, 0);
            power(a, 2, 10);
            power(a, -2, 3);
            power(a, 2, 63);
            power(a, 2, 64);
            power(a, null, 2);
        }));
        assertEquals("the exponent -1 is negative", Run.error(a -> power(a, 2, -1)).getMessage());
    }
}
