package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.vm.KtapTable;
import ktap.runtime.vm.ScriptError;

class TableTest {

    /** A table must do what a LinkedHashMap does, whatever is done to it, in whatever order. */
    @Test
    void behavesLikeAMapThatKeepsItsOrder() {
        Random random = new Random(20_240_611);
        for (int round = 0; round < 200; round++) {
            KtapTable table = new KtapTable();
            Map<Object, Object> model = new LinkedHashMap<>();
            int range = 1 + random.nextInt(200);
            for (int step = 0; step < 500; step++) {
                Object key = key(random.nextInt(range));
                long before = table.version();
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> {
                        table.put(key, null);
                        model.remove(key);
                    }
                    case 3, 4, 5 -> {
                        if (model.get(key) == null || model.get(key) instanceof Long) {
                            table.add(key, step);
                            model.merge(key, (long) step, (a, b) -> (Long) a + (Long) b);
                        }
                    }
                    case 6 -> {
                        if (random.nextInt(50) == 0) {
                            table.clear();
                            model.clear();
                        }
                    }
                    default -> {
                        Object value = random.nextBoolean() ? (Object) (long) step : "v" + step;
                        table.put(key, value);
                        model.put(key, value);
                    }
                }
                assertTrue(table.version() >= before);
                assertEquals(model.get(key), table.get(key));
                assertEquals(model.size(), table.size());
            }
            assertEquals(new ArrayList<>(model.entrySet()).toString(), contents(table).toString());
        }
    }

    /** Long, string, Boolean; among them keys that look alike. */
    private static Object key(int number) {
        return switch (number % 3) {
            case 0 -> (long) number / 3;
            case 1 -> Integer.toString(number / 3);
            default -> number < 4 ? (Object) (number == 2) : (long) number << 40;
        };
    }

    private static List<Map.Entry<Object, Object>> contents(KtapTable table) {
        List<Map.Entry<Object, Object>> contents = new ArrayList<>();
        table.forEach((key, value) -> contents.add(Map.entry(key, value)));
        return contents;
    }

    @Test
    void versionChangesWithTheContents() {
        KtapTable table = new KtapTable();
        long empty = table.version();
        table.add("k", 1);
        long one = table.version();
        table.put("missing", null);
        assertTrue(one > empty);
        assertEquals(one, table.version());
        table.clear();
        assertTrue(table.version() > one);
    }

    @Test
    void nilIsNoKeyButMayBeLookedUp() {
        KtapTable table = new KtapTable();
        assertNull(table.get(null));
        assertThrows(ScriptError.class, () -> table.put(null, 1L));
        assertThrows(ScriptError.class, () -> table.put(null, null));
        assertThrows(ScriptError.class, () -> table.add(null, 1));
        assertEquals(0, table.size());
    }

    @Test
    void snapshotShowsKeysAndValuesAsPeopleReadThem() {
        KtapTable table = new KtapTable();
        table.put("gr\u00c3\u00bcn", 5L);
        table.put(-7L, "v\u00ff");
        table.put(true, false);
        assertEquals(List.of(new TableSnapshot.Row("gr\u00fcn", 5L), new TableSnapshot.Row("-7", "v\ufffd"),
                new TableSnapshot.Row("true", "false")), table.snapshot("t").rows());
        assertEquals(table.version(), table.snapshot("t").version());
    }

    @Test
    void instructionsReadAndWriteElements() {
        assertEquals("one\t2\tnil\tnil\t2\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, 1).load(2, "one").op(Opcode.SETTABLE, 0, 1, 2);
            a.load(3, 2).op(Opcode.SETFIELD, 0, a.string("two"), 3).op(Opcode.GETTABLE, 4, 0, 1);
            a.op(Opcode.GETFIELD, 5, 0, a.string("two")).op(Opcode.GETFIELD, 6, 0, a.string("three"));
            a.load(7, null).op(Opcode.GETTABLE, 7, 0, 7);
            a.builtin(8, "len").op(Opcode.MOVE, 9, 0, 0).op(Opcode.CALL, 8, 1, 1).print(4, 5, 6, 7, 8);
        }));
    }

    @Test
    void addsInOneStepAndCountsAMissingElementAsZero() {
        assertEquals("12\n", Run.output(a -> a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, "k").load(2, 5)
                .op(Opcode.ADDTABLE, 0, 1, 2).load(2, 7).op(Opcode.ADDTABLE, 0, 1, 2).op(Opcode.GETTABLE, 3, 0, 1)
                .print(3)));
        assertEquals("cannot add to the element: it is a string, not a number", Run.error(a -> a
                .op(Opcode.NEWTABLE, 0, 0, 0).load(1, "k").op(Opcode.SETTABLE, 0, 1, 1).load(2, 1)
                .op(Opcode.ADDTABLE, 0, 1, 2)).getMessage());
        assertEquals("a value is nil, not a number", Run.error(a -> a
                .op(Opcode.NEWTABLE, 0, 0, 0).load(1, "k").load(2, null).op(Opcode.ADDTABLE, 0, 1, 2)).getMessage());
    }

    @Test
    void errorsNameTheVariable() {
        assertEquals("'hist' is nil, not a table", Run.error(a -> {
            a.load(0, null).load(1, 1);
            a.builder().local(new LocalVariable("hist", 0, 1, 4));
            a.op(Opcode.SETTABLE, 0, 1, 1);
        }).getMessage());
        assertEquals("'g2' is nil, not a table",
                Run.error(a -> a.op(Opcode.GETGLOBAL, 0, 2).op(Opcode.GETFIELD, 1, 0, a.string("x"))).getMessage());
        assertEquals("'inner' is nil, not a table", Run.error(a -> a.op(Opcode.NEWTABLE, 0, 0, 0)
                .op(Opcode.GETFIELD, 1, 0, a.string("inner")).op(Opcode.GETFIELD, 1, 1, a.string("x"))).getMessage());
        assertEquals("nil cannot be the key of an element", Run.error(a -> a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, null)
                .op(Opcode.SETTABLE, 0, 1, 0)).getMessage());
    }

    /** for (k, v in pairs(t)) { body }, with t in register 0, k in 4 and v in 5. */
    private static void forPairs(Assembler a, Runnable body) {
        a.builtin(3, "pairs").op(Opcode.MOVE, 4, 0, 0).op(Opcode.CALL, 3, 1, 1);
        int start = a.builder().position();
        int end = a.jump(Opcode.FORNEXT, 3);
        body.run();
        a.back(Opcode.LOOP, 0, start).here(end);
    }

    @Test
    void pairsVisitsInTheOrderOfInsertion() {
        assertEquals("b\t2\n1\tx\na\t3\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, 2).op(Opcode.SETFIELD, 0, a.string("b"), 1);
            a.load(1, 1).load(2, "x").op(Opcode.SETTABLE, 0, 1, 2);
            a.load(1, 3).op(Opcode.SETFIELD, 0, a.string("a"), 1);
            forPairs(a, () -> a.print(4, 5));
        }));
    }

    @Test
    void pairsEndsThoughTheBodyAddsElements() {
        assertEquals("1\n2\n103\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, 1).op(Opcode.SETTABLE, 0, 1, 1);
            a.load(1, 2).op(Opcode.SETTABLE, 0, 1, 1).load(8, 100);
            forPairs(a, () -> {
                // 101 new elements in the first turn make the table grow while it is walked over.
                a.print(4).load(1, 100).load(2, 200).load(7, 1).op(Opcode.MOVE, 6, 1, 0);
                int start = a.builder().position();
                a.op(Opcode.SETTABLE, 0, 6, 6).op(Opcode.ADD, 6, 6, 7).op(Opcode.TESTLE, 6, 2, 0);
                int done = a.jump(Opcode.JUMP, 0);
                a.back(Opcode.LOOP, 0, start).here(done);
            });
            a.builtin(8, "len").op(Opcode.MOVE, 9, 0, 0).op(Opcode.CALL, 8, 1, 1).print(8);
        }));
    }

    @Test
    void pairsLeavesOutWhatIsRemovedOnTheWay() {
        assertEquals("1\n3\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            for (int i = 1; i <= 3; i++) {
                a.load(1, i).op(Opcode.SETTABLE, 0, 1, 1);
            }
            forPairs(a, () -> a.print(4).load(1, 2).load(2, null).op(Opcode.SETTABLE, 0, 1, 2)
                    .op(Opcode.SETTABLE, 0, 4, 2));
        }));
        assertEquals("1\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            for (int i = 1; i <= 3; i++) {
                a.load(1, i).op(Opcode.SETTABLE, 0, 1, 1);
            }
            forPairs(a, () -> a.print(4).builtin(6, "delete").op(Opcode.MOVE, 7, 0, 0).op(Opcode.CALL, 6, 1, 0));
        }));
    }

    @Test
    void loopOverATableItselfSaysHowToDoIt() {
        var error = Run.error(a -> {
            a.op(Opcode.NEWTABLE, 3, 0, 0);
            int start = a.builder().position();
            int end = a.jump(Opcode.FORNEXT, 3);
            a.back(Opcode.LOOP, 0, start).here(end);
        });
        assertEquals("cannot loop over a table", error.getMessage());
        assertEquals("write for (k, v in pairs(t))", error.hint());
    }
}
