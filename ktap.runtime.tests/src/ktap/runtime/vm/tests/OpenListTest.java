package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.UpvalueSource;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Closure;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;

/** Further arguments, any number of results, tail calls and general iterators. */
class OpenListTest {
    /** {@code function (...) { return ... }}. */
    private static final Prototype ALL = Assembler.function("all", 0, true,
            a -> a.op(Opcode.VARARGSOPEN, 0, 0, 0).op(Opcode.RETURNTOP, 0, 0, 0));
    /** {@code function (first, ...) { return ..., nil }}, with as many values as asked for. */
    private static final Prototype TWO_MORE = Assembler.function("twoMore", 1, true,
            a -> a.op(Opcode.VARARGS, 1, 2, 0).op(Opcode.RETURN, 1, 2, 0));

    @Test
    void furtherArgumentsAreThoseBehindTheParameters() {
        assertEquals("2\t3\nnil\tnil\n", Run.output(a -> a
                .closure(0, TWO_MORE).load(1, 1).load(2, 2).load(3, 3).load(4, 4).op(Opcode.CALL, 0, 4, 2).print(0, 1)
                .closure(0, TWO_MORE).op(Opcode.CALL, 0, 0, 2).print(0, 1)));
    }

    @Test
    void allResultsAreHandedOn() {
        // print(0, all(1, nil, "x")) and print(all())
        assertEquals("0\t1\tnil\tx\n\n", Run.output(a -> a
                .builtin(0, "print").load(1, 0).closure(2, ALL).load(3, 1).load(4, null).load(5, "x")
                .op(Opcode.CALLOPEN, 2, 3, 0).op(Opcode.CALLTOP, 0, 0, 0)
                .builtin(0, "print").closure(1, ALL).op(Opcode.CALLOPEN, 1, 0, 0).op(Opcode.CALLTOP, 0, 0, 0)));
    }

    @Test
    void callsOfCallsKeepAllValues() {
        // print(all("a", all("b", all("c", "d"))))
        assertEquals("a\tb\tc\td\n", Run.output(a -> a
                .builtin(0, "print").closure(1, ALL).load(2, "a").closure(3, ALL).load(4, "b").closure(5, ALL)
                .load(6, "c").load(7, "d").op(Opcode.CALLOPEN, 5, 2, 0).op(Opcode.CALLTOPOPEN, 3, 0, 0)
                .op(Opcode.CALLTOPOPEN, 1, 0, 0).op(Opcode.CALLTOP, 0, 0, 0)));
    }

    @Test
    void missingResultsAreNilAndExtraOnesAreDropped() {
        assertEquals("1\t2\tnil\n1\n", Run.output(a -> a
                .closure(0, ALL).load(1, 1).load(2, 2).op(Opcode.CALL, 0, 2, 3).print(0, 1, 2)
                .closure(0, ALL).load(1, 1).load(2, 2).op(Opcode.CALL, 0, 2, 1).print(0)));
    }

    @Test
    void builtinGivesOneResultOrNone() {
        assertEquals("3\t1\n\n\n", Run.output(a -> a
                .builtin(0, "print").load(1, 3).builtin(2, "len").load(3, "x").op(Opcode.CALLOPEN, 2, 1, 0)
                .op(Opcode.CALLTOP, 0, 0, 0)
                .builtin(0, "print").builtin(1, "print").op(Opcode.CALLOPEN, 1, 0, 0).op(Opcode.CALLTOP, 0, 0, 0)));
    }

    @Test
    void listLongerThanTheRegistersIsKept() {
        // grow(n, ...): if n is nil, the number of its arguments; else grow(n's successor, "x", ...)
        Prototype count = Assembler.function("count", 0, true, a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, 0).op(Opcode.VARARGSOPEN, 2, 0, 0).op(Opcode.APPENDTOP, 0, 2, 0);
            for (int i = 2; i <= 9; i++) {
                a.load(1, 13 + i).op(Opcode.GETTABLE, i, 0, 1);
            }
            a.print(2, 3, 4, 5, 6, 7, 8, 9).builtin(1, "len").op(Opcode.MOVE, 2, 0, 0).op(Opcode.TAILCALL, 1, 1, 0);
        });
        Prototype grow = Assembler.function("grow", 1, true, a -> {
            a.load(1, 0).op(Opcode.TESTEQ, 0, 1, 0);
            int on = a.jump(Opcode.JUMP, 0);
            a.closure(1, count).op(Opcode.VARARGSOPEN, 2, 0, 0).op(Opcode.CALLTOPOPEN, 1, 0, 0)
                    .op(Opcode.RETURNTOP, 1, 0, 0).here(on);
            a.op(Opcode.GETGLOBAL, 1, 0).load(3, 1).op(Opcode.SUB, 2, 0, 3).load(3, "x")
                    .op(Opcode.VARARGSOPEN, 4, 0, 0).op(Opcode.TAILCALLTOP, 1, 0, 0);
        });
        assertEquals("x\tx\tx\tx\tx\tx\tx\tx\n1000\n", Run.output(a -> a.closure(0, grow)
                .op(Opcode.SETGLOBAL, 0, 0).load(1, 1000).op(Opcode.CALL, 0, 1, 1).print(0)));
        ScriptError error = Run.error(new Budget(1_000_000_000, 1, 10, 100, 100), a -> a.closure(0, grow)
                .op(Opcode.SETGLOBAL, 0, 0).load(1, 30_000).op(Opcode.CALL, 0, 1, 1));
        assertEquals("ktap.script.stackOverflow", error.code());
    }

    @Test
    void tailCallsNeedNoSpace() {
        // function down(n, ...) { if (n == 0) { return "done", ... } return down(n - 1, ...) }
        Prototype plain = Assembler.function("down", 1, a -> {
            a.load(1, 0).op(Opcode.TESTEQ, 0, 1, 0);
            int on = a.jump(Opcode.JUMP, 0);
            a.load(1, "done").op(Opcode.RETURN, 1, 1, 0).here(on);
            a.op(Opcode.GETGLOBAL, 1, 0).load(3, 1).op(Opcode.SUB, 2, 0, 3).op(Opcode.TAILCALL, 1, 1, 0);
        });
        Prototype open = Assembler.function("down", 1, true, a -> {
            a.load(1, 0).op(Opcode.TESTEQ, 0, 1, 0);
            int on = a.jump(Opcode.JUMP, 0);
            a.load(1, "done").op(Opcode.VARARGSOPEN, 2, 0, 0).op(Opcode.RETURNTOP, 1, 0, 0).here(on);
            a.op(Opcode.GETGLOBAL, 1, 0).load(3, 1).op(Opcode.SUB, 2, 0, 3).op(Opcode.VARARGSOPEN, 3, 0, 0)
                    .op(Opcode.TAILCALLTOP, 1, 0, 0);
        });
        assertEquals("done\n", Run.output(a -> a.closure(0, plain).op(Opcode.SETGLOBAL, 0, 0).load(1, 1_000_000L)
                .op(Opcode.CALL, 0, 1, 1).print(0)));
        assertEquals("done\t7\t8\n", Run.output(a -> a.closure(0, open).op(Opcode.SETGLOBAL, 0, 0)
                .load(1, 1_000_000L).load(2, 7).load(3, 8).op(Opcode.CALL, 0, 3, 3).print(0, 1, 2)));
    }

    @Test
    void endlessTailCallsUseUpTheBudget() {
        Prototype forever = Assembler.function("f", 0, a -> a.op(Opcode.GETGLOBAL, 0, 0)
                .op(Opcode.TAILCALL, 0, 0, 0));
        ScriptError error = Run.error(new Budget(1_000, 1, 10, 100, 100),
                a -> a.closure(0, forever).op(Opcode.SETGLOBAL, 0, 0).op(Opcode.CALL, 0, 0, 0));
        assertEquals("ktap.script.budget", error.code());
    }

    @Test
    void mainChunkMayEndInATailCallAndKeepsItsVariables() {
        RecordingHost host = new RecordingHost();
        Prototype read = Assembler.function("read", 0, a -> a.op(Opcode.GETGLOBAL, 0, 0).print(0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a.load(0, 7).op(Opcode.SETGLOBAL, 0, 0)
                .closure(0, read).op(Opcode.TAILCALL, 0, 0, 0)), host);
        interpreter.runMain();
        assertEquals("7\n", host.output.toString());
        assertEquals(List.of(), interpreter.tables());
        RecordingHost second = new RecordingHost();
        Prototype end = Assembler.function("end", 0, a -> a.load(0, "end").print(0));
        Run.interpreter(Assembler.chunk(a -> a.builtin(0, "kdebug.probe_end").closure(1, end)
                .op(Opcode.TAILCALL, 0, 1, 0)), second).runMain();
        assertEquals("end\n", second.output.toString());
    }

    @Test
    void handlersAfterTheMainChunkMayEndInTailCallsToo() {
        RecordingHost host = new RecordingHost();
        Prototype say = Assembler.function("say", 0, a -> a.load(0, "said").print(0));
        Prototype tail = Assembler.function("tail", 0, a -> a.closure(0, say).op(Opcode.TAILCALL, 0, 0, 0));
        Prototype plain = Assembler.function("plain", 0, a -> a.closure(0, say).op(Opcode.CALL, 0, 0, 0)
                .load(0, "went on").print(0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a
                .builtin(0, "kdebug.trace_end").closure(1, tail).op(Opcode.CALL, 0, 1, 0)
                .builtin(0, "kdebug.trace_end").closure(1, plain).op(Opcode.CALL, 0, 1, 0)
                .closure(0, say).op(Opcode.TAILCALL, 0, 0, 0)), host);
        interpreter.runMain();
        host.endFunctions.forEach(function -> interpreter.call(function, null));
        assertEquals("said\nsaid\nsaid\nwent on\n", host.output.toString());
    }

    @Test
    void handlerWithFurtherArgumentsGetsTheEventAmongThem() {
        RecordingHost host = new RecordingHost();
        Prototype handler = Assembler.function("handler", 0, true,
                a -> a.op(Opcode.VARARGS, 0, 2, 0).op(Opcode.GETFIELD, 2, 0, a.string("name")).print(2, 1)
                        .op(Opcode.GETARG, 3, 0, 0).op(Opcode.GETARG, 4, 1, 0).print(3, 4));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a.builtin(0, "kdebug.probe").load(1, "e")
                .closure(2, handler).op(Opcode.CALL, 0, 2, 0)), host);
        interpreter.runMain();
        Closure registered = host.probes.get("e");
        interpreter.call(registered, FixedEvent.READ);
        assertEquals("sys_enter_read\tnil\n0\tnil\n", host.output.toString());
    }

    @Test
    void argumentOutsideOfAnEventIsAnError() {
        assertEquals("arg3 is known only while an event is handled",
                Run.error(a -> a.op(Opcode.GETARG, 0, 3, 0)).getMessage());
    }

    @Test
    void appendedElementsFollowTheGivenNumber() {
        // { "a", all("b", nil, "c") }
        assertEquals("a\tb\tnil\tc\t3\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).load(1, 1).load(2, "a").op(Opcode.SETTABLE, 0, 1, 2).load(1, 1)
                    .closure(2, ALL).load(3, "b").load(4, null).load(5, "c").op(Opcode.CALLOPEN, 2, 3, 0)
                    .op(Opcode.APPENDTOP, 0, 2, 0);
            for (int i = 1; i <= 4; i++) {
                a.load(6, i).op(Opcode.GETTABLE, i, 0, 6);
            }
            a.builtin(5, "len").op(Opcode.MOVE, 6, 0, 0).op(Opcode.CALL, 5, 1, 1).print(1, 2, 3, 4, 5);
        }));
    }

    /** {@code for (i, square in iterator, 3, 0) { print(i, square) }}. */
    private static void forEach(Assembler a) {
        int turn = a.builder().position();
        a.op(Opcode.FORCALL, 0, 0, 2);
        int out = a.jump(Opcode.JUMPIFNIL, 3);
        a.op(Opcode.MOVE, 2, 3, 0).print(3, 4).back(Opcode.LOOP, 0, turn).here(out);
    }

    @Test
    void anyFunctionMayIterate() {
        Prototype squares = Assembler.function("squares", 2, a -> {
            a.op(Opcode.TESTLT, 1, 0, 1);
            int on = a.jump(Opcode.JUMP, 0);
            a.op(Opcode.RETURN, 0, 0, 0).here(on).load(2, 1).op(Opcode.ADD, 2, 1, 2).op(Opcode.MUL, 3, 2, 2)
                    .op(Opcode.RETURN, 2, 2, 0);
        });
        assertEquals("1\t1\n2\t4\n3\t9\n", Run.output(a -> {
            a.closure(0, squares).load(1, 3).load(2, 0);
            forEach(a);
        }));
    }

    @Test
    void pairsIsAValueThatCanBeCalledAndLoopedOver() {
        assertEquals("7\t8\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 5, 0, 0).load(6, 7).load(7, 8).op(Opcode.SETTABLE, 5, 6, 7);
            a.builtin(0, "pairs").op(Opcode.MOVE, 1, 5, 0).op(Opcode.CALL, 0, 1, 3);
            forEach(a);
        }));
        assertEquals("7\t8\nnil\n", Run.output(a -> {
            a.op(Opcode.NEWTABLE, 5, 0, 0).load(6, 7).load(7, 8).op(Opcode.SETTABLE, 5, 6, 7);
            a.builtin(0, "pairs").op(Opcode.MOVE, 1, 5, 0).op(Opcode.CALL, 0, 1, 1);
            a.op(Opcode.MOVE, 1, 0, 0).op(Opcode.CALL, 1, 0, 2).print(1, 2);
            a.op(Opcode.MOVE, 1, 0, 0).op(Opcode.CALL, 1, 0, 1).print(1);
        }));
    }

    @Test
    void closuresOverParametersOfVarargFunctionsSurvive() {
        Prototype inner = Assembler.function("inner", 0, a -> {
            a.builder().upvalue(new UpvalueSource(true, 0, "v"));
            a.op(Opcode.GETUPVALUE, 0, 0, 0).op(Opcode.RETURN, 0, 1, 0);
        });
        Prototype make = Assembler.function("make", 1, true,
                a -> a.op(Opcode.NEWCELL, 0, 0, 0).closure(1, inner).op(Opcode.TAILCALL, 1, 0, 0));
        assertEquals("5\n", Run.output(a -> a.closure(0, make).load(1, 5).load(2, 6).op(Opcode.CALL, 0, 2, 1)
                .print(0)));
    }

    @Test
    void iteratorThatNeverEndsUsesUpTheBudget() {
        ScriptError error = Run.error(new Budget(1_000, 1, 10, 100, 100), a -> {
            a.closure(0, ALL).load(1, 3).load(2, 0);
            int turn = a.builder().position();
            a.op(Opcode.FORCALL, 0, 0, 2).back(Opcode.LOOP, 0, turn);
        });
        assertTrue(error.getMessage().startsWith("too much work"), error.getMessage());
    }
}
