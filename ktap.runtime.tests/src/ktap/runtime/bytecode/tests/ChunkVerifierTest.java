package ktap.runtime.bytecode.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.bytecode.Instruction;
import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.UpvalueSource;

class ChunkVerifierTest {

    @Test
    void acceptsWhatACompilerMakes() {
        assertDoesNotThrow(() -> ChunkVerifier.verify(Samples.histogram()));
        assertDoesNotThrow(() -> ChunkVerifier.verify(Samples.everything()));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                row("0: there is no opcode 0", a -> a.builder().emit(0)),
                row("0: there is no opcode 255", a -> a.builder().emit(0xff)),
                row("0: LOADINT uses register 20 of 20", a -> a.load(20, 1)),
                row("0: LOADBOOL of 2", a -> a.op(Opcode.LOADBOOL, 0, 2, 0)),
                row("0: LOADNIL uses register 20 of 20", a -> a.op(Opcode.LOADNIL, 0, 20, 0)),
                row("0: NEWTABLE has an operand that it does not use", a -> a.op(Opcode.NEWTABLE, 0, 0, 1)),
                row("0: LOADK of constant 0 of 0", a -> a.op(Opcode.LOADK, 0, 0)),
                row("1: GETBUILTIN of constant 0, which is no string", a -> a.load(0, 5L).op(Opcode.GETBUILTIN, 0, 0)),
                row("1: GETFIELD of constant 3, which is no string", a -> a.load(0, 5L).op(Opcode.GETFIELD, 0, 0, 3)),
                row("0: GETGLOBAL of global 3 of 3", a -> a.op(Opcode.GETGLOBAL, 0, 3)),
                row("0: GETUPVALUE of upvalue 0 of 0", a -> a.op(Opcode.GETUPVALUE, 0, 0, 0)),
                row("0: CLOSURE of function 0 of 0", a -> a.op(Opcode.CLOSURE, 0, 0)),
                row("0: there is no context variable 7", a -> a.op(Opcode.GETCONTEXT, 0, 7, 0)),
                row("2: CONCAT from register 1 to 1", a -> a.load(0, "a").load(1, "a").op(Opcode.CONCAT, 0, 1, 1)),
                row("0: CALL uses register 20 of 20", a -> a.op(Opcode.CALL, 17, 3, 0)),
                row("0: CALL uses register 20 of 20", a -> a.op(Opcode.CALL, 17, 0, 4)),
                row("0: RETURN uses register 20 of 20", a -> a.op(Opcode.RETURN, 18, 3, 0)),
                row("0: FORPREP uses register 20 of 20", a -> a.op(Opcode.FORPREP, 17, 0)),
                row("0: FORNEXT uses register 20 of 20", a -> a.op(Opcode.FORNEXT, 18, 0)),
                row("0: JUMP to 7, which is outside the code", a -> a.builder().emit(Instruction.ax(Opcode.JUMP, 6))),
                row("0: LOOP to -1, which is outside the code", a -> a.builder().emit(Instruction.ax(Opcode.LOOP, -2))),
                row("1: JUMPIF goes back: only LOOP and FORLOOP may", a -> a.load(0, 1).op(Opcode.JUMPIF, 0, -2)),
                row("0: JUMP goes back: only LOOP and FORLOOP may",
                        a -> a.builder().emit(Instruction.ax(Opcode.JUMP, -1))),
                row("0: LOOP goes forward", a -> a.builder().emit(Instruction.ax(Opcode.LOOP, 0))),
                row("3: FORLOOP goes forward", a -> a.load(0, 1).load(1, 1).load(2, 1).op(Opcode.FORLOOP, 0, 0)),
                row("1: TESTEQ is not followed by a JUMP", a -> a.load(0, 1).op(Opcode.TESTEQ, 0, 0, 1).load(1, 1)),
                row("1: TESTEQ with a truth value of 2", a -> a.load(0, 1).op(Opcode.TESTEQ, 0, 0, 2).load(1, 1)),
                row("0: JUMP to 3, between a test and its jump", a -> {
                    int jump = a.jump(Opcode.JUMP, 0);
                    a.load(0, 1).op(Opcode.TESTEQ, 0, 0, 1).here(jump);
                    a.here(a.jump(Opcode.JUMP, 0));
                }),
                row("0: register 1 is read, but is not assigned on every way here", a -> a.op(Opcode.MOVE, 0, 1, 0)),
                row("3: register 1 is read, but is not assigned on every way here", a -> {
                    a.load(0, true);
                    int skip = a.jump(Opcode.JUMPIF, 0);
                    a.load(1, 1).here(skip).op(Opcode.MOVE, 0, 1, 0);
                }),
                row("1: register 1 is read, but is not assigned on every way here",
                        a -> a.load(0, 1).op(Opcode.CALL, 0, 1, 0)),
                row("2: register 1 is read, but is not assigned on every way here",
                        a -> a.load(0, 1).op(Opcode.CALL, 0, 0, 1).op(Opcode.RETURN, 0, 2, 0)),
                row("4: register 3 is read, but is not assigned on every way here", a -> {
                    a.load(0, 1).load(1, 1).load(2, 1);
                    int end = a.jump(Opcode.FORPREP, 0);
                    a.here(end).op(Opcode.MOVE, 4, 3, 0);
                }),
                row("2: register 1 is read, but is not assigned on every way here", a -> {
                    a.op(Opcode.NEWTABLE, 0, 0, 0);
                    int end = a.jump(Opcode.FORNEXT, 0);
                    a.here(end).op(Opcode.MOVE, 4, 1, 0);
                }),
                row("1: register 0 holds a value where a cell is needed", a -> a.load(0, 1).op(Opcode.GETCELL, 1, 0,
                0)),
                row("2: register 0 holds a value where a cell is needed",
                        a -> a.load(0, 1).load(1, 1).op(Opcode.SETCELL, 0, 1, 0)),
                row("2: register 0 holds a cell where a value is needed",
                        a -> a.load(0, 1).op(Opcode.NEWCELL, 0, 0, 0).op(Opcode.MOVE, 1, 0, 0)),
                row("2: register 0 holds a cell where a value is needed",
                        a -> a.load(0, 1).op(Opcode.NEWCELL, 0, 0, 0).op(Opcode.NEWCELL, 0, 0, 0)),
                row("2: register 0 holds a cell where a value is needed",
                        a -> a.load(0, 1).op(Opcode.NEWCELL, 0, 0, 0).op(Opcode.RETURN, 0, 1, 0)),
                row("4: register 0 holds a value where a cell is needed", a -> {
                    a.load(0, 1).load(1, 1);
                    int skip = a.jump(Opcode.JUMPIF, 1);
                    a.op(Opcode.NEWCELL, 0, 0, 0).here(skip).op(Opcode.GETCELL, 1, 0, 0);
                }),
                row("1: register 0 holds a cell where a value is needed", a -> {
                    // The second turn of the loop finds the cell that the first one made.
                    a.load(0, 1).op(Opcode.NEWCELL, 0, 0, 0).back(Opcode.LOOP, 0, 1);
                }),
                row("0: VARARGS in a function without further arguments", a -> a.op(Opcode.VARARGS, 0, 1, 0)),
                row("0: VARARGS of no values", a -> a.op(Opcode.VARARGS, 0, 0, 0)),
                row("0: VARARGS uses register 20 of 20", a -> a.op(Opcode.VARARGS, 19, 2, 0)),
                row("1: CALLOPEN is not followed by what takes its list",
                        a -> a.load(0, 1).op(Opcode.CALLOPEN, 0, 0, 0)),
                row("1: CALLOPEN uses register 20 of 20",
                        a -> a.load(19, 1).op(Opcode.CALLOPEN, 19, 1, 0).op(Opcode.RETURNTOP, 19, 0, 0)),
                row("0: RETURNTOP takes a list that the instruction before does not make",
                        a -> a.op(Opcode.RETURNTOP, 0, 0, 0)),
                row("2: RETURNTOP takes a list from register 0 on, which is not behind its own",
                        a -> a.load(0, 1).op(Opcode.CALLOPEN, 0, 0, 0).op(Opcode.RETURNTOP, 1, 0, 0)),
                row("2: CALLTOP takes a list from register 0 on, which is not behind its own",
                        a -> a.load(0, 1).op(Opcode.CALLOPEN, 0, 0, 0).op(Opcode.CALLTOP, 0, 0, 0)),
                row("2: APPENDTOP takes a list from register 1 on, which is not behind its own",
                        a -> a.load(1, 1).op(Opcode.CALLOPEN, 1, 0, 0).op(Opcode.APPENDTOP, 0, 0, 0)),
                row("2: register 0 is read, but is not assigned on every way here",
                        a -> a.load(1, 1).op(Opcode.CALLOPEN, 1, 0, 0).op(Opcode.RETURNTOP, 0, 0, 0)),
                row("5: register 3 is read, but is not assigned on every way here", a -> a.load(0, 1).load(3, 1)
                        .op(Opcode.MOVE, 1, 0, 0).op(Opcode.CALLOPEN, 1, 0, 0).op(Opcode.CALLTOP, 0, 0, 0)
                        .op(Opcode.MOVE, 0, 3, 0)),
                row("1: JUMPIF to 3, between a list and what takes it", a -> {
                    a.load(0, 1);
                    int jump = a.jump(Opcode.JUMPIF, 0);
                    a.op(Opcode.CALLOPEN, 0, 0, 0).here(jump).op(Opcode.RETURNTOP, 0, 0, 0);
                }),
                row("0: FORCALL without a result", a -> a.op(Opcode.FORCALL, 0, 0, 0)),
                row("0: FORCALL uses register 20 of 20", a -> a.op(Opcode.FORCALL, 16, 0, 2)),
                row("0: register 0 is read, but is not assigned on every way here",
                        a -> a.op(Opcode.FORCALL, 0, 0, 1)),
                row("0: KEY of registers 0 to 0", a -> a.op(Opcode.KEY, 0, 0, 0)),
                row("0: KEY of registers 0 to 8", a -> a.op(Opcode.KEY, 0, 0, 8)),
                row("1: JUMPIFNIL goes back: only LOOP and FORLOOP may",
                        a -> a.load(0, 1).op(Opcode.JUMPIFNIL, 0, -2)),
                row("1: register 0 holds a value where a cell is needed",
                        a -> a.load(0, 1).closure(1, Assembler.function("f", 0, f -> f.capture(0, "x").load(0, 1)))));
    }

    private static Arguments row(String message, Consumer<Assembler> code) {
        return Arguments.of(message, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void refuses(String message, Consumer<Assembler> code) {
        ChunkException e = assertThrows(ChunkException.class, () -> ChunkVerifier.verify(Assembler.chunk(code)));
        String expected = "not a usable chunk: in main chunk: instruction " + message;
        assertEquals(expected, e.getMessage().substring(0, Math.min(e.getMessage().length(), expected.length())));
    }

    private static Chunk chunk(int parameters, int registers, int... code) {
        return new Chunk("s", List.of(), prototype(parameters, registers, List.of(), code));
    }

    private static Prototype prototype(int parameters, int registers, List<UpvalueSource> upvalues, int... code) {
        return new Prototype("f", 0, 0, parameters, registers, code, new int[0], List.of(), upvalues, List.of(),
                List.of());
    }

    private static void refused(String message, Chunk chunk) {
        ChunkException e = assertThrows(ChunkException.class, () -> ChunkVerifier.verify(chunk));
        assertEquals("not a usable chunk: in " + message, e.getMessage());
    }

    @Test
    void codeMustNotRunOffItsEnd() {
        int load = Instruction.abx(Opcode.LOADINT, 0, 1);
        int test = Instruction.abc(Opcode.TESTEQ, 0, 0, 1);
        int back = Instruction.ax(Opcode.LOOP, -1);
        refused("f: instruction 0: control may run off the end of the code", chunk(0, 1, load));
        refused("f: 0 instructions", chunk(0, 1));
        refused("f: instruction 1: control may run off the end of the code",
                chunk(0, 1, load, test, Instruction.ax(Opcode.JUMP, 0)));
        refused("f: instruction 1: TESTEQ is not followed by a JUMP", chunk(0, 1, load, test));
        assertDoesNotThrow(() -> ChunkVerifier.verify(chunk(0, 1, load, back)));
    }

    @Test
    void sizesAreLimited() {
        int end = Instruction.abc(Opcode.RETURN, 0, 0, 0);
        refused("f: 0 registers", chunk(0, 0, end));
        refused("f: 251 registers", chunk(0, 251, end));
        refused("f: the main chunk has parameters", chunk(1, 1, end));
        refused("f: the main chunk has upvalues",
                new Chunk("s", List.of(), prototype(0, 1, List.of(new UpvalueSource(true, 0, "x")), end)));
        refused("f > g: 3 parameters in 2 registers", around(new Prototype("g", 0, 0, 3, 2, new int[] {end}, new int[0],
                List.of(), List.of(), List.of(), List.of())));
        refused("f: 262145 instructions", chunk(0, 1, IntStream.generate(() -> end).limit((1 << 18) + 1).toArray()));
    }

    private static Chunk around(Prototype child) {
        int end = Instruction.abc(Opcode.RETURN, 0, 0, 0);
        return new Chunk("s", List.of(), new Prototype("f", 0, 0, 0, 2, new int[] {end}, new int[0], List.of(),
                List.of(),
                List.of(), List.of(child)));
    }

    @Test
    void upvaluesMustExistAround() {
        int end = Instruction.abc(Opcode.RETURN, 0, 0, 0);
        for (UpvalueSource source : List.of(new UpvalueSource(true, 2, "x"), new UpvalueSource(false, 0, "x"))) {
            refused("f > f: upvalue 'x' comes from a place that the function around it has not got",
                    around(prototype(0, 1, List.of(source), end)));
        }
    }

    @Test
    void localsMustLieInTheFunction() {
        int end = Instruction.abc(Opcode.RETURN, 0, 0, 0);
        for (LocalVariable local : List.of(new LocalVariable("x", 2, 0, 1), new LocalVariable("x", 0, 0, 2),
                new LocalVariable("x", 0, 1, 0))) {
            refused("f: local 'x' lies outside the function", new Chunk("s", List.of(), new Prototype("f", 0, 0, 0, 2,
                    new int[] {end}, new int[0], List.of(), List.of(), List.of(local), List.of())));
        }
    }

    @Test
    void valuesMayReplaceCellsAndLoopsMayMakeNewOnes() {
        assertDoesNotThrow(() -> ChunkVerifier.verify(Assembler.chunk(a -> {
            a.load(0, 1);
            int start = a.builder().position();
            a.load(0, 1).op(Opcode.NEWCELL, 0, 0, 0).op(Opcode.GETCELL, 1, 0, 0).back(Opcode.LOOP, 0, start);
        })));
    }

    @Test
    void tangledLoopsAreRefusedInsteadOfCheckedForever() {
        // Each LOOP goes back to one instruction before the LOOP before it, so a fact needs as many walks as there are
        // loops to come to the front.
        int loops = 2_000;
        Chunk chunk = Assembler.chunk(a -> {
            a.load(0, true).load(1, 1);
            int[] heads = new int[loops];
            for (int i = 0; i < loops; i++) {
                heads[i] = a.builder().position();
                a.load(2, i % 100);
                int skip = a.jump(Opcode.JUMPIF, 0);
                a.back(Opcode.LOOP, 0, heads[Math.max(0, i - 1)]).here(skip);
            }
            a.load(1, 1).op(Opcode.NEWCELL, 1, 0, 0).back(Opcode.LOOP, 0, heads[loops - 1]);
        });
        ChunkException e = assertThrows(ChunkException.class, () -> ChunkVerifier.verify(chunk));
        assertEquals("not a usable chunk: in main chunk: the loops are too tangled to be checked", e.getMessage());
    }
}
