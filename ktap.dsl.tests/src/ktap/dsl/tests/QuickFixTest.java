package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ktap.dsl.ide.Fix;
import ktap.dsl.ide.KtapQuickFixes;
import ktap.runtime.report.Diagnostic;

/** What is offered for a diagnostic, and that it mends it. */
class QuickFixTest {
    /** A script, and what it is after the first fix of its first diagnostic. */
    record Case(String script, String label, String fixed) {
    }

    static List<Case> cases() {
        return List.of(new Case("prinft(1)", "Change to 'printf'", "printf(1)"),
                new Case("kdebug.prob(\"tp:a\", function () { })", "Change to 'kdebug.probe'",
                        "kdebug.probe(\"tp:a\", function () { })"),
                new Case("trace a:b { } n = 1 print(n)", "Declare 'n' here", "trace a:b { } var n = 1 print(n)"),
                new Case("# head\ntrace a:b { n += 1 print(n) }", "Declare 'n' at the top",
                        "# head\nvar n\ntrace a:b { n += 1 print(n) }"),
                new Case("function f() { return n } trace a:b { } n = 1 f()", "Declare 'n' at the top",
                        "var n\nfunction f() { return n } trace a:b { } n = 1 f()"),
                new Case("x = 0017", "Write 17", "x = 17"),
                new Case("if (x = 1) { }", "Compare with ==", "if (x == 1) { }"),
                new Case("x = 1 x == 2", "Assign with =", "x = 1 x = 2"),
                new Case("x = 1 print(x ~= 2)", "Compare with !=", "x = 1 print(x != 2)"),
                new Case("if (1) then print(1) }", "Open the block with {", "if (1) { print(1) }"),
                new Case("if (1) { print(1) end", "Close the block with }", "if (1) { print(1) }"),
                new Case("if (1) { print(1)", "Close the block with }", "if (1) { print(1)\n}\n"),
                new Case("print(1\n", "Close with )", "print(1)\n"),
                new Case("x = 1 y = x--x", "Subtract a negative value", "x = 1 y = x- -x"),
                new Case("var abc = 1", "Rename to '_abc'", "var _abc = 1"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mends(Case expected) {
        Diagnostic diagnostic = Compilation.of(expected.script()).diagnostics().getFirst();
        List<Fix> fixes = KtapQuickFixes.fixes(diagnostic, expected.script());
        assertFalse(fixes.isEmpty(), () -> "nothing is offered for " + diagnostic);
        assertEquals(expected.label(), fixes.getFirst().label());
        String fixed = fixes.getFirst().apply(expected.script());
        assertEquals(expected.fixed(), fixed);
        assertFalse(Compilation.of(fixed).diagnostics().stream().anyMatch(left -> left.code().equals(diagnostic.code())
                && left.message().equals(diagnostic.message())), () -> "the problem is still there: " + fixed);
    }

    @Test
    void octalIsOfferedToo() {
        Diagnostic diagnostic = Compilation.only("x = 017");
        assertEquals(List.of("x = 17", "x = 15"), KtapQuickFixes.fixes(diagnostic, "x = 017").stream()
                .map(fix -> fix.apply("x = 017")).toList());
    }

    @Test
    void whatHasNoFixOffersNone() {
        int without = 0;
        for (DiagnosticsTest.Case other : DiagnosticsTest.cases()) {
            Diagnostic diagnostic = Compilation.only(other.script());
            for (Fix fix : KtapQuickFixes.fixes(diagnostic, other.script())) {
                assertFalse(fix.edits().isEmpty(), fix.label());
                assertFalse(fix.apply(other.script()).equals(other.script()), fix.label());
            }
            without += KtapQuickFixes.fixes(diagnostic, other.script()).isEmpty() ? 1 : 0;
        }
        assertFalse(without == 0);
        assertEquals(List.of(), KtapQuickFixes.fixes(Compilation.only("prinft(1)"), ""));
    }
}
