package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.UpvalueSource;
import ktap.runtime.bytecode.tests.Assembler;

class FunctionTest {

    @Test
    void missingArgumentsAndResultsAreNilAndExtraOnesAreDropped() {
        Prototype two = Assembler.function("two", 2, a -> a.print(0, 1).load(2, 7).load(3, 8).op(Opcode.RETURN, 2, 2,
                0));
        assertEquals("1\t2\n7\n1\tnil\n7\t8\tnil\n", Run.output(a -> a
                .closure(0, two).load(1, 1).load(2, 2).load(3, 3).op(Opcode.CALL, 0, 3, 1).print(0)
                .closure(0, two).load(1, 1).op(Opcode.CALL, 0, 1, 3).print(0, 1, 2)));
    }

    @Test
    void argumentsSurviveTheCall() {
        Prototype overwrite = Assembler.function("f", 1, a -> a.load(0, "changed").load(1, "x").load(9, "y"));
        assertEquals("kept\tkept too\n", Run.output(a -> a.closure(0, overwrite).load(1, "kept").load(5, "kept too")
                .op(Opcode.CALL, 0, 1, 0).print(1, 5)));
    }

    @Test
    void recursionWorks() {
        // function fib(n) { if (n < 2) { return n } return fib(n - 1) + fib(n - 2) }, found in global 0
        Prototype fib = Assembler.function("fib", 1, a -> {
            a.load(1, 2).op(Opcode.TESTLT, 0, 1, 0);
            int recurse = a.jump(Opcode.JUMP, 0);
            a.op(Opcode.RETURN, 0, 1, 0).here(recurse);
            a.op(Opcode.GETGLOBAL, 2, 0).load(4, 1).op(Opcode.SUB, 3, 0, 4).op(Opcode.CALL, 2, 1, 1);
            a.op(Opcode.GETGLOBAL, 3, 0).load(5, 2).op(Opcode.SUB, 4, 0, 5).op(Opcode.CALL, 3, 1, 1);
            a.op(Opcode.ADD, 2, 2, 3).op(Opcode.RETURN, 2, 1, 0);
        });
        assertEquals("6765\n", Run.output(a -> a.closure(0, fib).op(Opcode.SETGLOBAL, 0, 0).load(1, 20)
                .op(Opcode.CALL, 0, 1, 1).print(0)));
    }

    @Test
    void closuresShareTheirVariables() {
        Prototype increment = Assembler.function("increment", 0, a -> a.capture(0, "n").op(Opcode.GETUPVALUE, 0, 0, 0)
                .load(1, 1).op(Opcode.ADD, 0, 0, 1).op(Opcode.SETUPVALUE, 0, 0, 0));
        assertEquals("2\n10\n11\n", Run.output(a -> a
                .load(0, 0).op(Opcode.NEWCELL, 0, 0, 0).closure(1, increment)
                .op(Opcode.MOVE, 2, 1, 0).op(Opcode.CALL, 2, 0, 0)
                .op(Opcode.MOVE, 2, 1, 0).op(Opcode.CALL, 2, 0, 0)
                .op(Opcode.GETCELL, 3, 0, 0).print(3)
                .load(4, 10).op(Opcode.SETCELL, 0, 4, 0).op(Opcode.GETCELL, 3, 0, 0).print(3)
                .op(Opcode.CALL, 1, 0, 0).op(Opcode.GETCELL, 3, 0, 0).print(3)));
    }

    @Test
    void variablesOutliveTheirFunctionAndEachCallHasItsOwn() {
        Prototype read = Assembler.function("read", 0, a -> {
            a.builder().upvalue(new UpvalueSource(false, 0, "v"));
            a.op(Opcode.GETUPVALUE, 0, 0, 0).print(0);
        });
        Prototype inner = Assembler.function("inner", 0, a -> a.capture(0, "v").closure(0, read).op(Opcode.RETURN, 0, 1,
                0));
        Prototype make = Assembler.function("make", 1,
                a -> a.op(Opcode.NEWCELL, 0, 0, 0).closure(1, inner).op(Opcode.RETURN, 1, 1, 0));
        assertEquals("first\nsecond\n", Run.output(a -> a
                .closure(0, make).load(1, "first").op(Opcode.CALL, 0, 1, 1).op(Opcode.CALL, 0, 0, 1)
                .closure(2, make).load(3, "second").op(Opcode.CALL, 2, 1, 1).op(Opcode.CALL, 2, 0, 1)
                .op(Opcode.CALL, 0, 0, 0).op(Opcode.CALL, 2, 0, 0)));
    }

    @Test
    void callOfWhatIsNoFunctionNamesIt() {
        assertEquals("'g1' is nil, not a function",
                Run.error(a -> a.op(Opcode.GETGLOBAL, 0, 1).op(Opcode.CALL, 0, 0, 0)).getMessage());
    }
}
