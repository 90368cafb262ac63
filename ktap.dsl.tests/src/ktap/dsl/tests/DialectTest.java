package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.runtime.bytecode.Constant;

/** Both dialects are one language, and a word is a keyword only where it must be. */
class DialectTest {

    @ParameterizedTest
    @ValueSource(strings =
            { "t = {pid = 1, cpu = 2, trace = 3, var = 4, local = 5, end = 6} print(t.pid, t.trace, t.end, t.function)",
            "print(pid, pid(), tid, uid(), cpu, execname())", "local trace = 1 trace = trace + 1",
                    "tick = 4 x = tick-1 tick -= 1",
            "var = 3 print(var)", "continue = 1 print(continue)", "timer = {} timer.tick(1) timer.profile(2)",
            "profile = function (x) { } profile(1)", "trace_end = 5 print(trace_end)", "function trace(x) { } trace(2)",
            "function a() { return tick - 1 } tick = 2", "local pid = 3 print(pid)", "execname = \"x\" print(execname)",
            "while (true) { continue }", "var a = 1 local b = 2", "repeat x = 1 until x == 1",
                    "repeat x = 1 until (x == 1)",
            "if (1) { } else if (2) { } elseif (3) { } else { }", "print(1); print(2);;", "do end",
                    "f = function () { return; }",
            "trace a:b { } trace_end { } trace \"a:b\" function (e) { print(e) } trace_end function () { }",
            "trace syscalls:*\n{ }", "trace_end # note\n{ }", "trace_end -- note\n{ }",
            "trace a:b # note\n{ }", "tick-1s # note\n{ }",
            "trace a:b, c:d\n/x == 1/\n{ }", "kdebug.trace_end(function () { })",
            "#!/usr/bin/ktap -q\nprint(1)",
                    "print(1) # a comment\n-- another\n--[[ a\nlong ]] print(2) --[==[ ]] ]==] print(3)",
            "x = 1 -- [[ no long comment", "\ufeffprint(1)", "print(1)\r\nprint(2)\rprint(3)",
                    "größe = 1 print(größe)", "" })
    void isAScript(String text) {
        Compilation.assertCompiles(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "trace syscalls:sys_enter_* { }", "trace   syscalls:sys_enter_*   { }",
            "trace\n syscalls:sys_enter_* { }", "trace \"syscalls:sys_enter_*\" function () { }" })
    void oneEventDefinition(String text) {
        assertTrue(constants(text).contains(new Constant.Str("syscalls:sys_enter_*")), constants(text).toString());
    }

    @Test
    void eventDefinitionsKeepPathsFetchArgumentsAndFilters() {
        assertTrue(constants("trace probe:/lib/libc.so.6:malloc size=%di,b:c /x==mutex*/ { }")
                .contains(new Constant.Str("probe:/lib/libc.so.6:malloc size=%di, b:c /x==mutex*/")));
        assertTrue(constants("trace probe:vfs_read%return fd=$retval +4($stack) { }")
                .contains(new Constant.Str("probe:vfs_read%return fd=$retval +4($stack)")));
        assertTrue(constants("trace *:* { }").contains(new Constant.Str("*:*")));
        assertTrue(constants("trace a:b/!(x & 3) || y < -1/ { }")
                .contains(new Constant.Str("a:b /!(x & 3) || y < -1/")));
    }

    @Test
    void stringsAreBytes() {
        assertTrue(constants("x = 'a\\x41\\065\\n\\z  \n b\\\nc'").contains(new Constant.Str("aAA\nb\nc")));
        assertTrue(constants("x = \"ü\"").contains(new Constant.Str("\u00c3\u00bc")));
        assertTrue(constants("x = [==[\na]]b\\n]==]").contains(new Constant.Str("a]]b\\n")));
    }

    @Test
    void timersNameTheirInterval() {
        assertTrue(constants("tick-1s { print(1) }")
                .containsAll(List.of(new Constant.Str("timer.tick"), new Constant.Str("1s"))));
        assertTrue(constants("profile-99hz { }")
                .containsAll(List.of(new Constant.Str("timer.profile"), new Constant.Str("99hz"))));
        assertTrue(constants("tick-1ms{}").contains(new Constant.Str("1ms")));
    }

    private static List<Constant> constants(String text) {
        return Compilation.chunk(text).main().constants();
    }
}
