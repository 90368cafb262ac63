package ktap.bench;

import java.util.function.Supplier;

import ktap.runtime.bytecode.Chunk;

/** A program in the three languages: the same work and, except in {@link #COUNT}, the same steps. */
public enum Program {
    /** Calls and integer arithmetic. */
    FIB(196_418, KtapPrograms::fib, """
            function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
            function run() return fib(27) end
            """, """
            function fib(n) { if (n < 2) { return n; } return fib(n - 1) + fib(n - 2); }
            function run() { return fib(27); }
            """),
    /** Elements with integers as keys. */
    TABLE(20_100_200, KtapPrograms::table, """
            function run()
              local t = {}
              for i = 0, 999 do t[i] = 0 end
              for i = 1, 200000 do local k = i % 1000; t[k] = t[k] + i end
              return t[1] + 200000
            end
            """, """
            function run() {
              var t = {};
              for (var i = 0; i <= 999; i++) { t[i] = 0; }
              for (var i = 1; i <= 200000; i++) { var k = i % 1000; t[k] = t[k] + i; }
              return t[1] + 200000;
            }
            """),
    /** Elements with strings as keys. */
    STRINGS(2_000, KtapPrograms::strings, """
            local names = {}
            for i = 0, 99 do names[i] = "process-" .. i end
            function run()
              local counts = {}
              for i = 0, 99 do counts[names[i]] = 0 end
              for i = 1, 200000 do local k = names[i % 100]; counts[k] = counts[k] + 1 end
              return counts[names[7]]
            end
            """, """
            var names = {};
            for (var i = 0; i <= 99; i++) { names[i] = "process-" + i; }
            function run() {
              var counts = {};
              for (var i = 0; i <= 99; i++) { counts[names[i]] = 0; }
              for (var i = 1; i <= 200000; i++) { var k = names[i % 100]; counts[k] = counts[k] + 1; }
              return counts[names[7]];
            }
            """),
    /** The same counting as each language's users write it: in ktap with {@code +=}, which Lua has not got. */
    COUNT(2_000, KtapPrograms::count, """
            local names = {}
            for i = 0, 99 do names[i] = "process-" .. i end
            function run()
              local counts = {}
              for i = 1, 200000 do local k = names[i % 100]; counts[k] = (counts[k] or 0) + 1 end
              return counts[names[7]]
            end
            """, """
            var names = {};
            for (var i = 0; i <= 99; i++) { names[i] = "process-" + i; }
            function run() {
              var counts = {};
              for (var i = 1; i <= 200000; i++) { var k = names[i % 100]; counts[k] = (counts[k] || 0) + 1; }
              return counts[names[7]];
            }
            """);

    private final long result;
    private final Supplier<Chunk> chunk;
    private final String lua;
    private final String javaScript;

    Program(long result, Supplier<Chunk> chunk, String lua, String javaScript) {
        this.result = result;
        this.chunk = chunk;
        this.lua = lua;
        this.javaScript = javaScript;
    }

    /** What the function {@code run} must return. */
    long result() {
        return result;
    }

    Chunk chunk() {
        return chunk.get();
    }

    String lua() {
        return lua;
    }

    String javaScript() {
        return javaScript;
    }
}
