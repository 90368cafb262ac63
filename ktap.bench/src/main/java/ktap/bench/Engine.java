package ktap.bench;

import java.util.function.LongSupplier;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/** An interpreter that is measured. */
public enum Engine {
    KTAP {
        @Override
        LongSupplier load(Program program) {
            return new KtapRun(program.chunk());
        }
    },
    /** LuaJ's interpreter of Lua bytecode; not its compiler to Java bytecode. */
    LUAJ {
        @Override
        LongSupplier load(Program program) {
            Globals globals = JsePlatform.standardGlobals();
            globals.load(program.lua()).call();
            LuaValue run = globals.get("run");
            return () -> run.call().tolong();
        }
    },
    /** Rhino's interpreter, optimization level -1; not its compiler to Java bytecode. */
    RHINO {
        @Override
        LongSupplier load(Program program) {
            Context context = Context.enter();
            context.setOptimizationLevel(-1);
            Scriptable scope = context.initStandardObjects();
            context.evaluateString(scope, program.javaScript(), "bench", 1, null);
            Function run = (Function) scope.get("run", scope);
            return () -> ((Number) run.call(context, scope, scope, new Object[0])).longValue();
        }
    };

    /** Loads a program; the result runs it, on the same thread. */
    abstract LongSupplier load(Program program);
}
