package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.NamedTable;
import ktap.runtime.vm.ScriptError;

/** How the host enters the script, and what the script sees of it. */
class EntryTest {
    private final RecordingHost host = new RecordingHost();

    /** A main chunk that registers one handler. */
    private static Chunk probing(Prototype handler) {
        return Assembler.chunk(a -> probe(a, handler));
    }

    private static void probe(Assembler a, Prototype handler) {
        a.builtin(5, "kdebug.probe").load(6, "e").closure(7, handler).op(Opcode.CALL, 5, 2, 0);
    }

    private void handle(Prototype handler) {
        Interpreter interpreter = Run.interpreter(probing(handler), host);
        interpreter.runMain();
        interpreter.call(host.probes.get("e"), FixedEvent.READ);
    }

    @Test
    void contextVariablesTellOfTheEvent() {
        handle(Assembler.function("handler", 0, a -> {
            int[] registers = new int[ContextVariable.values().length];
            for (ContextVariable variable : ContextVariable.values()) {
                a.op(Opcode.GETCONTEXT, variable.ordinal(), variable.ordinal(), 0);
                registers[variable.ordinal()] = variable.ordinal();
            }
            a.print(registers);
        }));
        assertEquals("2745\t2746\t1000\t3\tXorg\tsys_enter_read\tsys_read(fd: 3, buf: 7fff05967ec0, count: 1000)\n",
                host.output.toString());
    }

    @Test
    void contextVariablesNeedAnEvent() {
        ScriptError error = Run.error(a -> a.op(Opcode.GETCONTEXT, 0, ContextVariable.PID.ordinal(), 0));
        assertEquals("pid is known only while an event is handled", error.getMessage());
    }

    @Test
    void eventIsTheOnlyArgumentAndHasFields() {
        handle(Assembler.function("handler", 2, a -> {
            a.op(Opcode.GETFIELD, 2, 0, a.string("name")).op(Opcode.GETFIELD, 3, 0, a.string("sc_is_enter"));
            a.op(Opcode.GETFIELD, 4, 0, a.string("sc_nr")).op(Opcode.GETFIELD, 5, 0, a.string("none"));
            a.print(0, 1, 2, 3, 4, 5);
            a.op(Opcode.GETFIELD, 2, 0, a.string("tostring")).op(Opcode.CALL, 2, 0, 1);
            a.builtin(3, "printf").load(4, "%s").op(Opcode.MOVE, 5, 2, 0).op(Opcode.CALL, 3, 2, 0);
        }));
        String text = FixedEvent.READ.text();
        assertEquals(text + "\tnil\tsys_enter_read\ttrue\t0\tnil\n" + text + "\n", host.output.toString());
    }

    @Test
    void eventsCannotBeChanged() {
        ScriptError error = assertThrows(ScriptError.class,
                () -> handle(Assembler.function("handler", 1, a -> a.op(Opcode.SETFIELD, 0, a.string("name"), 0))));
        assertEquals("the fields of an event cannot be changed", error.getMessage());
    }

    @Test
    void mainChunkWaitsWhileHandlersRunAndThenCallsItsFunction() {
        Prototype handler = Assembler.function("handler", 1, a -> a.load(1, "event").print(1));
        Prototype end = Assembler.function("end", 1, a -> a.load(1, "end").print(1, 0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> {
            probe(a, handler);
            a.load(0, "kept").builtin(5, "kdebug.probe_end").closure(6, end).op(Opcode.CALL, 5, 1, 0).print(0);
        }), host);
        host.whileTracing = () -> {
            interpreter.call(host.probes.get("e"), FixedEvent.READ);
            interpreter.call(host.probes.get("e"), FixedEvent.READ);
        };
        interpreter.runMain();
        assertEquals("event\nevent\nend\tnil\nkept\n", host.output.toString());
    }

    @Test
    void exitEndsOnlyTheEntryThatCallsIt() {
        Prototype inner = Assembler.function("inner", 0, a -> a.builtin(0, "exit").op(Opcode.CALL, 0, 0, 0));
        Prototype handler = Assembler.function("handler", 0,
                a -> a.closure(0, inner).op(Opcode.CALL, 0, 0, 0).load(0, "not reached").print(0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> {
            probe(a, handler);
            a.builtin(5, "kdebug.probe_end").op(Opcode.CALL, 5, 0, 0).load(0, "main goes on").print(0);
            a.builtin(5, "exit").op(Opcode.CALL, 5, 0, 0).load(0, "not reached").print(0);
        }), host);
        host.whileTracing = () -> interpreter.call(host.probes.get("e"), FixedEvent.READ);
        interpreter.runMain();
        assertEquals("main goes on\n", host.output.toString());
        assertEquals(2, host.exits);
    }

    @Test
    void errorsCarryTheWholeStackOfTheScript() {
        Prototype inner = Assembler.function("inner", 1,
                a -> a.line().line().load(1, 0).op(Opcode.DIV, 0, 0, 1));
        Prototype end = Assembler.function("end", 0, a -> a.line().closure(0, inner).load(1, 1).op(Opcode.CALL, 0, 1,
                0));
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a.line().line().line()
                .builtin(0, "kdebug.probe_end").closure(1, end).op(Opcode.CALL, 0, 1, 0)), host);
        ScriptError error = assertThrows(ScriptError.class, interpreter::runMain);
        assertEquals(List.of(new ScriptError.Frame("inner", "test.kp", 3), new ScriptError.Frame("end", "test.kp", 2),
                new ScriptError.Frame("main chunk", "test.kp", 4)), error.trace());
        Diagnostic diagnostic = error.toDiagnostic();
        assertEquals("test.kp:3", diagnostic.range().toString());
        assertEquals("division by zero", diagnostic.message());
        assertEquals("in inner (test.kp:3), called from end (test.kp:2), called from main chunk (test.kp:4)",
                diagnostic.hint());
    }

    @Test
    void errorsOfTheHostGetThePosition() {
        RecordingHost refusing = new RecordingHost();
        refusing.whileTracing = () -> {
            throw new ScriptError("ktap.script.tooLate", "tracing has started already", "call it once");
        };
        Interpreter interpreter = Run.interpreter(
                Assembler.chunk(a -> a.line().builtin(0, "kdebug.probe_end").op(Opcode.CALL, 0, 0, 0)), refusing);
        ScriptError error = assertThrows(ScriptError.class, interpreter::runMain);
        assertEquals("ktap.script.tooLate", error.code());
        assertEquals("test.kp:2", error.toDiagnostic().range().toString());
        assertEquals("call it once", error.toDiagnostic().hint());
    }

    @Test
    void cancelEndsTheMainChunkButNothingAfterItHasWaited() {
        Chunk endless = Assembler.chunk(a -> a.back(Opcode.LOOP, 0, a.builder().position()));
        Interpreter interpreter = Run.interpreter(endless, host, new Budget(Long.MAX_VALUE, 1, 10, 10, 10), List.of());
        interpreter.cancel();
        interpreter.runMain();
        assertEquals(List.of(), names(interpreter));

        Interpreter waiting = Run.interpreter(Assembler.chunk(a -> a.builtin(0, "kdebug.probe_end")
                .closure(1, Assembler.function("end", 0, e -> e.load(0, "end").print(0))).op(Opcode.CALL, 0, 1, 0)),
                host);
        host.whileTracing = waiting::cancel;
        waiting.runMain();
        assertEquals("end\n", host.output.toString());
    }

    @Test
    void argumentsAreInATable() {
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> {
            a.builtin(0, "arg");
            for (int i = 0; i < 5; i++) {
                a.load(6, i).op(Opcode.GETTABLE, 1 + i, 0, 6);
            }
            a.print(1, 2, 3, 4, 5).load(6, 1).op(Opcode.ADD, 2, 2, 6).print(2);
        }), host, Budget.defaults(), List.of("41", "-x", "0x10", "99999999999999999999"));
        interpreter.runMain();
        assertEquals("test.kp\t41\t-x\t0x10\t99999999999999999999\n42\n", host.output.toString());
    }

    @Test
    void tablesAreFoundUnderTheNamesOfTheirVariables() {
        Prototype handler = Assembler.function("handler", 0, a -> a.capture(1, "cell").capture(3, "hidden"));
        Chunk chunk = Assembler.chunk(List.of("shared", "alias", "number"), a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).op(Opcode.SETGLOBAL, 0, 0).op(Opcode.SETGLOBAL, 0, 1);
            a.load(1, 3).op(Opcode.SETGLOBAL, 1, 2);
            a.op(Opcode.NEWTABLE, 1, 0, 0).op(Opcode.NEWCELL, 1, 0, 0).op(Opcode.NEWTABLE, 2, 0, 0);
            a.op(Opcode.NEWTABLE, 3, 0, 0).op(Opcode.NEWCELL, 3, 0, 0);
            int start = a.builder().position();
            probe(a, handler);
            a.builtin(5, "kdebug.probe_end").op(Opcode.CALL, 5, 0, 0);
            // As a compiler does it: the variables end where the RETURN stands.
            a.builder().local(new LocalVariable("captured", 1, start, a.builder().position()));
            a.builder().local(new LocalVariable("plain", 2, start, a.builder().position()));
            a.builder().local(new LocalVariable("gone", 0, 0, 1));
        });
        Interpreter interpreter = Run.interpreter(chunk, host);
        assertEquals(List.of(), names(interpreter));
        host.whileTracing = () -> assertEquals(List.of("shared", "captured", "plain", "hidden"), names(interpreter));
        interpreter.runMain();
        interpreter.call(host.probes.get("e"), FixedEvent.READ);
        assertEquals(List.of("shared", "captured", "plain", "hidden"), names(interpreter));
    }

    private static List<String> names(Interpreter interpreter) {
        return interpreter.tables().stream().map(NamedTable::name).toList();
    }

    @Test
    void eventThatIsKeptIsOverWhenItsHandlerHasEnded() {
        Interpreter interpreter = Run.interpreter(probing(Assembler.function("handler", 1, a -> {
            a.op(Opcode.GETGLOBAL, 1, 0);
            int first = a.jump(Opcode.JUMPIFNOT, 1);
            a.op(Opcode.GETFIELD, 2, 1, a.string("name")).here(first).op(Opcode.SETGLOBAL, 0, 0);
        })), host);
        interpreter.runMain();
        interpreter.call(host.probes.get("e"), FixedEvent.READ);
        ScriptError error = assertThrows(ScriptError.class,
                () -> interpreter.call(host.probes.get("e"), FixedEvent.READ));
        assertEquals("the event is over: it can be read only while its handler runs", error.getMessage());
    }

    @Test
    void mainChunkRunsOnce() {
        Interpreter interpreter = Run.interpreter(Assembler.chunk(a -> a.load(0, 1)), host);
        interpreter.runMain();
        assertThrows(IllegalStateException.class, interpreter::runMain);
    }
}
