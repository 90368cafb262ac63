package ktap.bench;

import java.util.List;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.PrototypeBuilder;
import ktap.runtime.bytecode.UpvalueSource;

/**
 * The programs as the compiler translates them, put together here so that the interpreter is measured without it. The
 * function {@code run} prints its result and is handed to the host by {@code kdebug.trace_end}.
 */
final class KtapPrograms {
    private KtapPrograms() {
    }

    static Chunk fib() {
        PrototypeBuilder fib = function("fib", 1, 6);
        fib.emit(Opcode.LOADINT, 1, 2);
        fib.emit(Opcode.TESTLT, 0, 1, 0);
        int recurse = fib.emitJump(Opcode.JUMP, 0);
        fib.emit(Opcode.RETURN, 0, 1, 0);
        fib.patch(recurse, fib.position());
        fib.emit(Opcode.GETGLOBAL, 1, 0);
        fib.emit(Opcode.LOADINT, 3, 1);
        fib.emit(Opcode.SUB, 2, 0, 3);
        fib.emit(Opcode.CALL, 1, 1, 1);
        fib.emit(Opcode.GETGLOBAL, 2, 0);
        fib.emit(Opcode.LOADINT, 4, 2);
        fib.emit(Opcode.SUB, 3, 0, 4);
        fib.emit(Opcode.CALL, 2, 1, 1);
        fib.emit(Opcode.ADD, 1, 1, 2);
        fib.emit(Opcode.RETURN, 1, 1, 0);
        PrototypeBuilder run = function("run", 0, 4);
        run.emit(Opcode.GETGLOBAL, 0, 0);
        run.emit(Opcode.LOADINT, 1, 27);
        run.emit(Opcode.CALL, 0, 1, 1);
        print(run, 0);
        PrototypeBuilder main = main();
        main.emit(Opcode.CLOSURE, 0, main.child(fib.build(1)));
        main.emit(Opcode.SETGLOBAL, 0, 0);
        return chunk(main, run.build(1));
    }

    static Chunk table() {
        PrototypeBuilder run = function("run", 0, 14);
        run.emit(Opcode.NEWTABLE, 0, 0, 0);
        int fill = startLoop(run, 0, 999);
        run.emit(Opcode.LOADINT, 6, 0);
        run.emit(Opcode.SETTABLE, 0, 4, 6);
        endLoop(run, fill);
        int loop = startLoop(run, 1, 200_000);
        run.emit(Opcode.LOADINT, 6, 1000);
        run.emit(Opcode.MOD, 5, 4, 6);
        run.emit(Opcode.GETTABLE, 6, 0, 5);
        run.emit(Opcode.ADD, 6, 6, 4);
        run.emit(Opcode.SETTABLE, 0, 5, 6);
        endLoop(run, loop);
        run.emit(Opcode.LOADINT, 2, 1);
        run.emit(Opcode.GETTABLE, 1, 0, 2);
        run.emit(Opcode.LOADK, 2, run.constant(new Constant.Int(200_000)));
        run.emit(Opcode.ADD, 1, 1, 2);
        print(run, 1);
        return chunk(main(), run.build(1));
    }

    static Chunk count() {
        PrototypeBuilder run = function("run", 0, 14);
        run.upvalue(new UpvalueSource(true, 5, "names"));
        run.emit(Opcode.NEWTABLE, 0, 0, 0);
        int loop = startLoop(run, 1, 200_000);
        readName(run);
        run.emit(Opcode.LOADINT, 6, 1);
        run.emit(Opcode.ADDTABLE, 0, 5, 6);
        endLoop(run, loop);
        return countNames(run);
    }

    static Chunk strings() {
        PrototypeBuilder run = function("run", 0, 14);
        run.upvalue(new UpvalueSource(true, 5, "names"));
        run.emit(Opcode.NEWTABLE, 0, 0, 0);
        int fill = startLoop(run, 0, 99);
        run.emit(Opcode.GETUPVALUE, 5, 0, 0);
        run.emit(Opcode.GETTABLE, 5, 5, 4);
        run.emit(Opcode.LOADINT, 6, 0);
        run.emit(Opcode.SETTABLE, 0, 5, 6);
        endLoop(run, fill);
        int loop = startLoop(run, 1, 200_000);
        readName(run);
        run.emit(Opcode.GETTABLE, 6, 0, 5);
        run.emit(Opcode.LOADINT, 7, 1);
        run.emit(Opcode.ADD, 6, 6, 7);
        run.emit(Opcode.SETTABLE, 0, 5, 6);
        endLoop(run, loop);
        return countNames(run);
    }

    /** {@code names[i % 100]} goes to register 5. */
    private static void readName(PrototypeBuilder run) {
        run.emit(Opcode.GETUPVALUE, 5, 0, 0);
        run.emit(Opcode.LOADINT, 7, 100);
        run.emit(Opcode.MOD, 6, 4, 7);
        run.emit(Opcode.GETTABLE, 5, 5, 6);
    }

    /** The end of a function that has counted names, and the main chunk that makes them. */
    private static Chunk countNames(PrototypeBuilder run) {
        run.emit(Opcode.GETUPVALUE, 1, 0, 0);
        run.emit(Opcode.LOADINT, 2, 7);
        run.emit(Opcode.GETTABLE, 1, 1, 2);
        run.emit(Opcode.GETTABLE, 1, 0, 1);
        print(run, 1);
        PrototypeBuilder main = main();
        main.emit(Opcode.NEWTABLE, 5, 0, 0);
        for (int i = 0; i < 100; i++) {
            main.emit(Opcode.LOADINT, 6, i);
            main.emit(Opcode.LOADK, 7, main.constant(new Constant.Str("process-")));
            main.emit(Opcode.LOADK, 8, main.constant(new Constant.Str(Integer.toString(i))));
            main.emit(Opcode.CONCAT, 7, 7, 8);
            main.emit(Opcode.SETTABLE, 5, 6, 7);
        }
        main.emit(Opcode.NEWCELL, 5, 0, 0);
        return chunk(main, run.build(1));
    }

    private static PrototypeBuilder function(String name, int parameters, int registers) {
        PrototypeBuilder builder = new PrototypeBuilder(name, 1, parameters);
        builder.touch(registers - 1);
        return builder;
    }

    private static PrototypeBuilder main() {
        return function("main chunk", 0, 10);
    }

    /** A numeric for with its state in registers 1 to 3 and its variable in 4. */
    private static int startLoop(PrototypeBuilder builder, long from, long to) {
        builder.emit(Opcode.LOADK, 1, builder.constant(new Constant.Int(from)));
        builder.emit(Opcode.LOADK, 2, builder.constant(new Constant.Int(to)));
        builder.emit(Opcode.LOADINT, 3, 1);
        return builder.emitJump(Opcode.FORPREP, 1);
    }

    private static void endLoop(PrototypeBuilder builder, int start) {
        int end = builder.emitJump(Opcode.FORLOOP, 1);
        builder.patch(end, start + 1);
        builder.patch(start, builder.position());
    }

    private static void print(PrototypeBuilder run, int register) {
        run.emit(Opcode.MOVE, 3, register, 0);
        run.emit(Opcode.GETBUILTIN, 2, run.constant(new Constant.Str("print")));
        run.emit(Opcode.CALL, 2, 1, 0);
        run.emit(Opcode.RETURN, 0, 0, 0);
    }

    private static Chunk chunk(PrototypeBuilder main, Prototype run) {
        main.emit(Opcode.GETBUILTIN, 0, main.constant(new Constant.Str("kdebug.trace_end")));
        main.emit(Opcode.CLOSURE, 1, main.child(run));
        main.emit(Opcode.CALL, 0, 1, 0);
        main.emit(Opcode.RETURN, 0, 0, 0);
        return new Chunk("bench", List.of("fib"), main.build(1));
    }
}
