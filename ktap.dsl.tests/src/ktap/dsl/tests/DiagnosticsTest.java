package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ktap.dsl.KtapCompiler;
import ktap.dsl.KtapIssueCodes;
import ktap.runtime.report.Diagnostic;

/** Each kind of diagnostic: code, place, wording and hint. */
class DiagnosticsTest {
    /** A script, and its only diagnostic. */
    record Case(String script, String code, int line, int column, String message, String hint) {
    }

    static List<Case> cases() {
        return List.of(
                syntax("if (a = 1) { }", 1, 7, "')' expected, found '='", "write == to compare"),
                syntax("if (1) then print(1) end", 1, 8, "'{' expected, found 'then'",
                        "no 'then' here: the block stands in braces, if (condition) { ... }"),
                syntax("if (1) { }\nelse print(2)", 2, 6, "'{' expected, found 'print'",
                        "write else { ... } or else if (condition) { ... }"),
                syntax("if 1 { }", 1, 4, "'(' expected, found '1'",
                        "conditions stand in parentheses: if (...) { ... }"),
                syntax("function f() { if (1) { }", 1, 25, "'}' expected, found the end of the script",
                        "a { is not closed"),
                syntax("print(1", 1, 7, "')' expected, found the end of the script", "a ( is not closed"),
                syntax("function f() { return 1 end", 1, 25, "'}' expected, found 'end'",
                        "a block ends with }; only 'do' ends with 'end'"),
                syntax("x = 1 x == 2", 1, 9, "unexpected '=='", "write = to assign"),
                syntax("while (1) { print(1) end", 1, 22, "'}' expected, found 'end'",
                        "a block ends with }; only 'do' ends with 'end'"),
                syntax("x = 1 +", 1, 7, "expression expected, found the end of the script", ""),
                syntax("x = 1\ny = * 2", 2, 5, "expression expected, found '*'", ""),
                syntax("local 3 = 4", 1, 7, "name expected, found '3'", ""),
                syntax("x.1 = 3", 1, 3, "name expected, found '1'", ""),
                syntax("a ~= b", 1, 3, "unexpected '~'", "write != for not equal"),
                syntax("return 1 x = 2", 1, 10, "unexpected 'x'", "'return' must be the last statement of its block"),
                syntax("trace { }", 1, 7, "event definition expected, found '{'", ""),
                syntax("print(1)\nx = \"abc\ny = 1", 2, 5, "unfinished string", ""),
                syntax("x = 1\ny = [[abc\nz = 1\n", 2, 5, "unfinished long string", ""),
                syntax("--[[ abc\nz = 1\n", 1, 1, "unfinished long comment", ""),
                syntax("x = 1 @ 2", 1, 7, "unexpected character '@'", ""),
                syntax("x = 1 \u0001", 1, 7, "unexpected control character 0x01", ""),
                new Case("prinft(1)", KtapIssueCodes.UNKNOWN_NAME, 1, 1, "unknown name 'prinft'",
                        "did you mean 'printf'?"),
                new Case("var counter = 1 print(countre)", KtapIssueCodes.UNKNOWN_NAME, 1, 23, "unknown name 'countre'",
                        "did you mean 'counter'?"),
                new Case("print(zzzzzz)", KtapIssueCodes.UNKNOWN_NAME, 1, 7, "unknown name 'zzzzzz'",
                        "declare it with 'var', or assign to it somewhere"),
                new Case("kdebug.prob(1, 2)", KtapIssueCodes.UNKNOWN_NAME, 1, 1, "unknown name 'kdebug.prob'",
                        "did you mean 'kdebug.probe'?"),
                new Case("printf()", KtapIssueCodes.ARGUMENT_COUNT, 1, 1,
                        "'printf' takes at least 1 argument, but none is given", "it is called as printf(format, ...)"),
                new Case("kdebug.probe(1)", KtapIssueCodes.ARGUMENT_COUNT, 1, 1,
                        "'kdebug.probe' takes 2 arguments, but 1 is given",
                                "it is called as kdebug.probe(event, handler)"),
                new Case("print(pid(1))", KtapIssueCodes.ARGUMENT_COUNT, 1, 7,
                        "'pid' takes no arguments, but 1 is given", ""),
                new Case("print(arg256)", KtapIssueCodes.UNKNOWN_NAME, 1, 7, "unknown name 'arg256'",
                        "declare it with 'var', or assign to it somewhere"),
                new Case("function f() { return ... }", KtapIssueCodes.VARARGS, 1, 23,
                        "the function around this '...' does not take it",
                        "write '...' as its last parameter; the words of the command line are arg[1], arg[2]..."),
                new Case("goto x", KtapIssueCodes.LABEL, 1, 1, "no label 'x' is in sight",
                        "a label stands in the same block or in one around it, in the same function"),
                new Case("if (pid) { goto x } local y = 1 ::x:: print(y)", KtapIssueCodes.LABEL, 1, 12,
                        "this 'goto' skips the declaration of 'y', which is in use behind 'x'",
                        "declare 'y' before the 'goto'"),
                new Case("::x:: ::x::", KtapIssueCodes.LABEL, 1, 7, "there is another label 'x' in this block", ""),
                new Case("t = {} t <<< 1", KtapIssueCodes.NOT_ASSIGNABLE, 1, 8,
                        "'<<<' adds to an element of a table, and this is none", "write t[key] <<< value"),
                new Case("t = {} t[1, 2, 3, 4, 5, 6, 7, 8, 9] = 2", KtapIssueCodes.KEY_PARTS, 1, 34,
                        "a key has at most 8 parts", "join some of them with .."),
                new Case("tick-1m { }", KtapIssueCodes.TIMER_INTERVAL, 1, 6, "'1m' is no interval for 'tick'",
                        "write digits and a unit: s, ms, us or ns"),
                new Case("profile-0hz { }", KtapIssueCodes.TIMER_INTERVAL, 1, 9,
                        "'0hz' is no interval for 'profile'",
                        "write digits and a unit: s, ms, us or ns, or hz"),
                new Case("a = 1 b = 2 a, b += 1", KtapIssueCodes.SEVERAL_TARGETS, 1, 13,
                        "'+=' takes one variable and one value", "write one statement for each variable"),
                new Case("printf(\"%d %s\", 1)", KtapIssueCodes.FORMAT, 1, 1, "there is no value for '%s'", ""),
                new Case("printf(\"%k\", 1)", KtapIssueCodes.FORMAT, 1, 8,
                        "the format has '%k', which is no conversion",
                        "use one of %d %i %u %o %x %X %c %p %s, or %% for a percent sign"),
                new Case("printf(\"%d\", \"x\")", KtapIssueCodes.FORMAT, 1, 14,
                        "'%d' takes a number, and this is none", ""),
                new Case("printf(\"100%%\", 1)", KtapIssueCodes.FORMAT, 1, 17,
                        "the format uses no value, but 1 is given", ""),
                new Case("local x = 1", KtapIssueCodes.UNUSED_VARIABLE, 1, 7, "'x' is never read",
                        "remove it, or let its name start with '_'"),
                new Case("while (1) { break print(1) }", KtapIssueCodes.UNREACHABLE, 1, 19, "this is never reached",
                        ""),
                new Case("for (i = 1, 3) { i = 2 }", KtapIssueCodes.LOOP_VARIABLE, 1, 18,
                        "to assign to 'i' does not change the loop",
                        "use 'while', or for (i = first; condition; i += step)"),
                new Case("a = 1 b = a--b", KtapIssueCodes.MINUS_COMMENT, 1, 12, "'--b' is a comment",
                        "write - -b to subtract a negative value, or a blank before the comment"),
                new Case("trace a:b { n = 1 print(n) }", KtapIssueCodes.UNDECLARED_GLOBAL, 1, 13,
                        "'n' is not declared", "declare it with 'var n'"),
                new Case("kdebug.probe_end(function () { }) trace a:b { }", KtapIssueCodes.NEVER_RUNS, 1, 35,
                        "this handler never runs",
                        "register it before kdebug.probe_end, which waits until tracing has ended"),
                new Case("t = {} t[1] = 2 t[\"1\"] = 3", KtapIssueCodes.MIXED_KEYS, 1, 19,
                        "this table has both strings and numbers as keys",
                        "\"1\" and 1 are different keys: write all of them in the same way"),
                new Case("x = 12ab", KtapIssueCodes.NUMBER, 1, 5, "malformed number '12ab'", "numbers are 10 or 0x1f"),
                new Case("x = 18446744073709551616", KtapIssueCodes.NUMBER, 1, 5,
                        "the number 18446744073709551616 does not fit into 64 bits", ""),
                new Case("x = 1.9", KtapIssueCodes.FRACTION, 1, 5, "1.9 is cut to 1", "ktap has whole numbers only"),
                new Case("x = 017", KtapIssueCodes.LEADING_ZERO, 1, 5, "017 is decimal 17, not octal",
                        "write it without the leading zero"),
                new Case("x = \"a\\q\"", KtapIssueCodes.ESCAPE, 1, 7, "invalid escape sequence '\\q'",
                        "write \\\\ for a backslash"),
                new Case("x = '\\300'", KtapIssueCodes.ESCAPE, 1, 6,
                        "'\\300' is more than a byte can hold: at most '\\255'",
                        "write \\\\ for a backslash"),
                new Case("x = 1 x", KtapIssueCodes.NO_STATEMENT, 1, 7, "this value is not used",
                        "to call a function, write its arguments in parentheses"),
                new Case("f = 1 f() = 3", KtapIssueCodes.NOT_ASSIGNABLE, 1, 7, "nothing can be assigned to this",
                        "left of = stands a variable or an element of a table"),
                new Case("break", KtapIssueCodes.NO_LOOP, 1, 1, "'break' stands outside a loop", ""),
                new Case("while (1) { f = function () { continue } }", KtapIssueCodes.NO_LOOP, 1, 31,
                        "'continue' stands outside a loop", ""),
                new Case("repeat if (pid == 1) { continue } local x = 1 until x", KtapIssueCodes.CONTINUE_SKIPS_LOCAL,
                        1, 24,
                        "this 'continue' skips the declaration of 'x', which the condition behind 'until' reads",
                        "declare 'x' before the 'continue'"),
                new Case("trace foo { }", KtapIssueCodes.EVENT_DEFINITION, 1, 7, "'foo' is no event definition",
                        "write subsystem:event, for example syscalls:sys_enter_*"));
    }

    private static Case syntax(String script, int line, int column, String message, String hint) {
        return new Case(script, KtapIssueCodes.SYNTAX, line, column, message, hint);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says(Case expected) {
        Diagnostic diagnostic = Compilation.only(expected.script());
        assertEquals(expected, new Case(expected.script(), diagnostic.code(), diagnostic.range().line(),
                diagnostic.range().column(), diagnostic.message(), diagnostic.hint()));
        assertEquals("test.kp", diagnostic.range().source());
    }

    @Test
    void aFunctionThatIsTooLargeIsRefused() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            script.append("local _v").append(i).append(" = ").append(i).append('\n');
        }
        Diagnostic diagnostic = Compilation.only(script.toString());
        assertEquals(KtapIssueCodes.LIMIT, diagnostic.code());
        assertEquals(251, diagnostic.range().line());
        String longLoop = "while (pid == 1) {\n" + "x = 1 y = 2\n".repeat(20_000) + "}";
        assertEquals(KtapIssueCodes.LIMIT, Compilation.only("if (pid) {" + longLoop + "}").code());
    }

    @Test
    void fieldsAreCheckedAgainstTheCatalog() {
        KtapCompiler compiler = KtapCompiler.standalone(definition -> definition.equals("sched:sched_switch")
                ? Optional.of(Set.of("prev_comm", "next_pid")) : Optional.empty());
        String script = "kdebug.probe(\"%s\", function (e) { print(e.name, e.next_pid, e.next_pd) })";
        Diagnostic diagnostic = compiler.compile("x", script.formatted("sched:sched_switch")).diagnostics().getFirst();
        assertEquals(KtapIssueCodes.UNKNOWN_FIELD, diagnostic.code());
        assertEquals("did you mean 'next_pid'?", diagnostic.hint());
        assertEquals(script.indexOf("next_pd") + "sched:sched_switch".length() - 2, diagnostic.range().offset());
        assertEquals(List.of(), compiler.compile("x", script.formatted("sched:other")).diagnostics());
    }

    @Test
    void nestingIsLimited() {
        assertTrue(Compilation.of("x = " + "(".repeat(150) + "1" + ")".repeat(150)).chunk().isPresent());
        Diagnostic diagnostic = Compilation.only("x = " + "(".repeat(151) + "1" + ")".repeat(151));
        assertEquals(155, diagnostic.range().column());
        assertTrue(diagnostic.message().startsWith("nested too deeply"), diagnostic.message());
        assertTrue(Compilation.of("x = 1" + " + pid".repeat(900)).chunk().isPresent());
        assertEquals(KtapIssueCodes.SYNTAX, Compilation.only("x = 1" + " + pid".repeat(1100)).code());
    }

    @Test
    void severalErrorsComeInTheOrderOfTheText() {
        List<Diagnostic> diagnostics = Compilation.of("print(017)\nprinft(1)\nx = 12ab\nbreak").diagnostics();
        assertEquals(List.of(1, 2, 3, 4), diagnostics.stream().map(diagnostic -> diagnostic.range().line()).toList());
        List<Diagnostic> syntax = Compilation.of("local y = = 2\nprint(1)\nif (x == 1 { print(y) }\n").diagnostics();
        assertEquals(List.of(1, 3), syntax.stream().map(diagnostic -> diagnostic.range().line()).toList());
    }

    @Test
    void everyCodeHasACase() throws IllegalAccessException {
        Set<String> missing = new TreeSet<>();
        for (Field field : KtapIssueCodes.class.getFields()) {
            missing.add((String) field.get(null));
        }
        cases().forEach(expected -> missing.remove(expected.code()));
        missing.remove(KtapIssueCodes.LIMIT);
        missing.remove(KtapIssueCodes.UNKNOWN_FIELD);
        assertEquals(Set.of(), missing, Arrays.toString(KtapIssueCodes.class.getFields()));
    }
}
