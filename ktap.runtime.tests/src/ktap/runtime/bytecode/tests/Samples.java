package ktap.runtime.bytecode.tests;

import java.util.List;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;

/** Chunks that have something of everything. */
public final class Samples {
    private Samples() {
    }

    /**
     * What a compiler makes of the histogram script: a table in a global, a handler that counts names, and a function
     * for the end.
     */
    public static Chunk histogram() {
        Prototype handler = Assembler.function("eventfun", 1, a -> {
            a.builder().local(new LocalVariable("e", 0, 0, 7));
            a.line().line().line().op(Opcode.GETFIELD, 1, 0, a.string("sc_is_enter"));
            int skip = a.jump(Opcode.JUMPIFNOT, 1);
            a.line().builtin(1, "inplace_inc").op(Opcode.GETGLOBAL, 2, 0)
                    .op(Opcode.GETFIELD, 3, 0, a.string("name")).op(Opcode.CALL, 1, 2, 0).here(skip);
        });
        Prototype end = Assembler.function("anonymous", 0, a -> a.builtin(0, "histogram").op(Opcode.GETGLOBAL, 1, 0)
                .op(Opcode.CALL, 0, 1, 0));
        return Assembler.chunk(List.of("hist", "eventfun"), a -> {
            a.op(Opcode.NEWTABLE, 0, 0, 0).op(Opcode.SETGLOBAL, 0, 0);
            a.line().line().closure(0, handler).op(Opcode.SETGLOBAL, 0, 1);
            a.line().builtin(0, "kdebug.probe").load(1, "tp:syscalls").op(Opcode.GETGLOBAL, 2, 1)
                    .op(Opcode.CALL, 0, 2, 0);
            a.line().builtin(0, "kdebug.probe_end").closure(1, end).op(Opcode.CALL, 0, 1, 0);
        });
    }

    /** Uses every opcode at least once; runs without an event until it prints. */
    public static Chunk everything() {
        Prototype count = Assembler.function("count", 1, a -> a.capture(0, "total").op(Opcode.GETUPVALUE, 1, 0, 0)
                .op(Opcode.ADD, 1, 1, 0).op(Opcode.SETUPVALUE, 1, 0, 0).op(Opcode.RETURN, 1, 1, 0));
        Prototype handler = Assembler.function("handler", 1, a -> a.op(Opcode.GETCONTEXT, 1,
                ContextVariable.EXECNAME.ordinal(), 0)
                .op(Opcode.GETFIELD, 2, 0, a.string("name")).print(1, 2).op(Opcode.GETARG, 1, 0, 0).print(1));
        Prototype lists = lists();
        Prototype iterator = Assembler.function("iterator", 2, a -> {
            a.load(2, 3).op(Opcode.TESTEQ, 1, 2, 0);
            int on = a.jump(Opcode.JUMP, 0);
            a.load(0, null).op(Opcode.RETURN, 0, 1, 0).here(on).load(2, 1).op(Opcode.ADD, 1, 1, 2)
                    .op(Opcode.RETURN, 1, 2, 0);
        });
        return Assembler.chunk(List.of("g", "t"), a -> {
            a.load(0, 0).op(Opcode.NEWCELL, 0, 0, 0).closure(1, count);
            a.builder().local(new LocalVariable("total", 0, 2, 60));
            a.line().load(2, 1).load(3, 10).load(4, 2);
            int prepare = a.jump(Opcode.FORPREP, 2);
            int body = a.builder().position();
            a.op(Opcode.MOVE, 6, 1, 0).op(Opcode.MOVE, 7, 5, 0).op(Opcode.CALL, 6, 1, 1)
                    .back(Opcode.FORLOOP, 2, body).here(prepare);
            a.line().op(Opcode.GETCELL, 6, 0, 0).op(Opcode.NEG, 7, 6, 0).op(Opcode.SETCELL, 0, 7, 0);
            a.op(Opcode.SUB, 7, 6, 7).op(Opcode.MUL, 7, 7, 7).load(8, 7L << 40).op(Opcode.DIV, 7, 8, 7)
                    .op(Opcode.MOD, 8, 8, 6).op(Opcode.SETGLOBAL, 7, 0);
            a.line().op(Opcode.NEWTABLE, 2, 0, 0).op(Opcode.SETGLOBAL, 2, 1).load(3, "key\n\"\u00e9")
                    .op(Opcode.SETTABLE, 2, 3, 6).op(Opcode.ADDTABLE, 2, 3, 6).op(Opcode.GETTABLE, 4, 2, 3)
                    .op(Opcode.SETFIELD, 2, a.string("field"), 4).op(Opcode.GETFIELD, 4, 2, a.string("field"));
            a.load(5, true).op(Opcode.NOT, 5, 5, 0).op(Opcode.LOADNIL, 6, 1, 0);
            int skip = a.jump(Opcode.JUMPIF, 5);
            int end = a.jump(Opcode.JUMPIFNOT, 5);
            a.here(skip, end).line().builtin(5, "pairs").op(Opcode.GETGLOBAL, 6, 1).op(Opcode.CALL, 5, 1, 1);
            int start = a.builder().position();
            int done = a.jump(Opcode.FORNEXT, 5);
            a.load(8, ".").op(Opcode.MOVE, 9, 6, 0).op(Opcode.CONCAT, 8, 8, 9).print(8, 7)
                    .back(Opcode.LOOP, 0, start).here(done);
            for (Opcode test : List.of(Opcode.TESTEQ, Opcode.TESTLT, Opcode.TESTLE)) {
                a.load(8, 1).load(9, 2).op(test, 8, 9, 1);
                int jump = a.jump(Opcode.JUMP, 0);
                a.load(8, 3).here(jump);
            }
            a.line().closure(5, lists).load(6, 1).load(7, 2).load(8, 3).op(Opcode.CALL, 5, 3, 1).print(5);
            a.line().closure(5, iterator).load(6, null).load(7, 0);
            int turn = a.builder().position();
            a.op(Opcode.FORCALL, 5, 0, 2);
            int out = a.jump(Opcode.JUMPIFNIL, 8);
            a.op(Opcode.MOVE, 7, 8, 0).print(8).back(Opcode.LOOP, 0, turn).here(out);
            a.line().builtin(5, "kdebug.probe").load(6, "tp:sched").closure(7, handler).op(Opcode.CALL, 5, 2, 0);
        });
    }

    /** A function with further arguments that hands them on in every way. */
    private static Prototype lists() {
        Prototype self = Assembler.function("last", 0, true,
                a -> a.builtin(0, "len").op(Opcode.VARARGS, 1, 1, 0).op(Opcode.TAILCALL, 0, 1, 0));
        Prototype hand = Assembler.function("hand", 0, true,
                a -> a.closure(0, self).op(Opcode.VARARGSOPEN, 1, 0, 0).op(Opcode.TAILCALLTOP, 0, 0, 0));
        Prototype all = Assembler.function("all", 0, true,
                a -> a.op(Opcode.VARARGSOPEN, 0, 0, 0).op(Opcode.RETURNTOP, 0, 0, 0));
        return Assembler.function("lists", 1, true, a -> {
            a.op(Opcode.NEWTABLE, 1, 0, 0).load(2, 5).op(Opcode.VARARGSOPEN, 3, 0, 0).op(Opcode.APPENDTOP, 1, 3, 0);
            a.load(2, 2).op(Opcode.POW, 2, 2, 2).op(Opcode.KEY, 3, 0, 2).op(Opcode.AGGREGATE, 1, 3, 2);
            a.builtin(2, "print").closure(3, all).load(4, "x").op(Opcode.CALLOPEN, 3, 1, 0)
                    .op(Opcode.CALLTOP, 2, 0, 0);
            a.builtin(2, "print").closure(3, all).closure(4, all).load(5, "y").op(Opcode.CALLOPEN, 4, 1, 0)
                    .op(Opcode.CALLTOPOPEN, 3, 0, 0).op(Opcode.CALLTOP, 2, 0, 0);
            a.closure(2, hand).op(Opcode.MOVE, 3, 1, 0).op(Opcode.CALL, 2, 1, 1).op(Opcode.RETURN, 2, 1, 0);
        });
    }
}
