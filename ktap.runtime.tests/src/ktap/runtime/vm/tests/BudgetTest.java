package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;

class BudgetTest {
    private static final Budget SMALL = new Budget(10_000, 1_000, 50, 100, 1_000);

    /** A loop of so many turns. */
    private static Consumer<Assembler> turns(int count) {
        return a -> {
            a.load(0, 1).load(1, count).load(2, 1);
            int prepare = a.jump(Opcode.FORPREP, 0);
            a.back(Opcode.FORLOOP, 0, a.builder().position());
            a.here(prepare);
        };
    }

    @Test
    void stepsAreCountedExactly() {
        assertDoesNotThrow(() -> Run.interpreter(Assembler.chunk(turns(10_000)), new RecordingHost(), SMALL, List.of())
                .runMain());
        ScriptError error = Run.error(SMALL, turns(10_001));
        assertEquals("ktap.script.budget", error.code());
        assertEquals("main chunk (test.kp:1)", error.trace().getFirst().toString());
    }

    @Test
    void endlessLoopIsEnded() {
        assertEquals("ktap.script.budget", Run.error(SMALL, a -> a.back(Opcode.LOOP, 0, a.builder().position()))
                .code());
    }

    @Test
    void everyEntryHasItsOwnSteps() {
        RecordingHost host = new RecordingHost();
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> {
            a.builtin(0, "kdebug.probe").load(1, "e").closure(2, Assembler.function("f", 0, turns(900)));
            a.op(Opcode.CALL, 0, 2, 0).builtin(0, "kdebug.probe_end").closure(1, Assembler.function("end", 0,
                    turns(900)));
            a.op(Opcode.CALL, 0, 1, 0);
            turns(9_990).accept(a);
        }), host, SMALL, List.of());
        host.whileTracing = () -> {
            for (int i = 0; i < 20; i++) {
                interpreter.call(host.probes.get("e"), FixedEvent.READ);
            }
        };
        assertDoesNotThrow(interpreter::runMain);
    }

    @Test
    void handlerIsEndedAndTheNextOneRuns() {
        RecordingHost host = new RecordingHost();
        Prototype runaway = Assembler.function("runaway", 0, turns(1_001));
        Prototype fine = Assembler.function("fine", 0, a -> a.load(0, "fine").print(0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a
                .builtin(0, "kdebug.probe").load(1, "runaway").closure(2, runaway).op(Opcode.CALL, 0, 2, 0)
                .builtin(0, "kdebug.probe").load(1, "fine").closure(2, fine).op(Opcode.CALL, 0, 2, 0)), host, SMALL,
                List.of());
        interpreter.runMain();
        ScriptError error = assertThrows(ScriptError.class,
                () -> interpreter.call(host.probes.get("runaway"), FixedEvent.READ));
        assertEquals("runaway (test.kp:1)", error.trace().getFirst().toString());
        interpreter.call(host.probes.get("fine"), FixedEvent.READ);
        assertEquals("fine\n", host.output.toString());
    }

    @Test
    void deepRecursionIsAStackOverflow() {
        Prototype deeper = Assembler.function("deeper", 0, a -> a.op(Opcode.GETGLOBAL, 0, 0).op(Opcode.CALL, 0, 0, 0));
        ScriptError error = Run.error(SMALL, a -> a.closure(0, deeper).op(Opcode.SETGLOBAL, 0, 0).op(Opcode.CALL, 0, 0,
                0));
        assertEquals("ktap.script.stackOverflow", error.code());
        assertEquals(50, error.trace().size());
        assertEquals("deeper", error.trace().getFirst().function());
        assertEquals("main chunk", error.trace().getLast().function());
    }

    @Test
    void handlersThatWaitForHandlersAreAStackOverflow() {
        RecordingHost host = new RecordingHost();
        Prototype handler = Assembler.function("handler", 0, a -> a.builtin(0, "kdebug.probe_end").op(Opcode.CALL, 0, 0,
                0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a.builtin(0, "kdebug.probe").load(1, "e")
                .closure(2, handler).op(Opcode.CALL, 0, 2, 0)), host);
        interpreter.runMain();
        host.whileTracing = () -> interpreter.call(host.probes.get("e"), FixedEvent.READ);
        ScriptError error = assertThrows(ScriptError.class, host.whileTracing::run);
        assertEquals("ktap.script.stackOverflow", error.code());
    }

    /** Adds so many elements to the table in register 0. */
    private static void fill(Assembler a, int count) {
        a.load(1, 1).load(2, count).load(3, 1);
        int prepare = a.jump(Opcode.FORPREP, 1);
        int body = a.builder().position();
        a.op(Opcode.SETTABLE, 0, 4, 4).back(Opcode.FORLOOP, 1, body).here(prepare);
    }

    @Test
    void tablesMayHoldOnlySoMuch() {
        // 99 elements and the table itself are 100.
        assertDoesNotThrow(() -> Run.interpreter(Assembler.chunk(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            fill(a, 99);
        }), new RecordingHost(), SMALL, List.of()).runMain());
        ScriptError error = Run.error(SMALL, a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).op(Opcode.SETGLOBAL, 0, 0);
            fill(a, 100);
        });
        assertEquals("the script's tables have more than 100 elements", error.getMessage());
    }

    @Test
    void droppedTablesDoNotCount() {
        assertDoesNotThrow(() -> Run.interpreter(Assembler.chunk(a -> {
            a.load(6, 1).load(7, 500).load(8, 1);
            int prepare = a.jump(Opcode.FORPREP, 6);
            int body = a.builder().position();
            a.op(Opcode.NEWTABLE, 0, 0, 0);
            fill(a, 10);
            a.back(Opcode.FORLOOP, 6, body).here(prepare);
        }), new RecordingHost(), SMALL, List.of()).runMain());
    }

    @Test
    void nestedTablesCountThroughWhateverHoldsThem() {
        ScriptError error = Run.error(SMALL, a -> {
            // each new table holds the one before: t = {next = t}
            a.load(0, null).load(6, 1).load(7, 500).load(8, 1);
            int prepare = a.jump(Opcode.FORPREP, 6);
            int body = a.builder().position();
            a.op(Opcode.NEWTABLE, 1, 0, 0).op(Opcode.SETTABLE, 1, 6, 6).load(2, 0).op(Opcode.SETTABLE, 1, 2, 0)
                    .op(Opcode.MOVE, 0, 1, 0).back(Opcode.FORLOOP, 6, body).here(prepare);
        });
        assertEquals("ktap.script.budget", error.code());
    }

    @Test
    void stringsMayHaveOnlySoManyBytes() {
        ScriptError error = Run.error(SMALL, a -> {
            a.load(0, "0123456789").load(4, 1).load(5, 100).load(6, 1);
            int prepare = a.jump(Opcode.FORPREP, 4);
            int body = a.builder().position();
            a.op(Opcode.MOVE, 1, 0, 0).op(Opcode.CONCAT, 0, 0, 1).back(Opcode.FORLOOP, 4, body).here(prepare);
        });
        assertEquals("a string of more than 1000 bytes", error.getMessage());
        String format = "%99d".repeat(11);
        assertEquals("a string of more than 1000 bytes", Run.error(SMALL, a -> {
            a.builtin(0, "printf").load(1, format);
            for (int i = 2; i <= 12; i++) {
                a.load(i, 1);
            }
            a.op(Opcode.CALL, 0, 12, 0);
        }).getMessage());
    }
}
