package ktap.dsl.tests;

import static ktap.dsl.tests.RecordingHost.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.dsl.KtapIssueCodes;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.ScriptError;

/** {@code goto} and labels. */
class JumpTest {

    @Test
    void forwardAndBack() {
        assertEquals("1\n3\n", output("print(1) goto over print(2) ::over:: print(3)"));
        assertEquals("1\n2\n3\n", output("local i = 1 ::again:: print(i) i += 1 if (i <= 3) { goto again }"));
        assertEquals("1\t1\n1\t2\n2\t1\n", output("""
                for (i = 1, 3) {
                  for (j = 1, 2) {
                    if (i == 2 && j == 2) { goto done }
                    print(i, j)
                  }
                }
                ::done::"""));
        assertEquals("1\n3\n", output("""
                for (i = 1, 3) {
                  if (i == 2) { goto skip }
                  local twice = i
                  print(twice)
                  ::skip::
                }"""));
    }

    @Test
    void labelsOfOneNameInDifferentBlocks() {
        assertEquals("inner\nouter\n", output("""
                do goto x print("never") ::x:: print("inner") end
                goto x
                print("never")
                ::x:: print("outer")"""));
    }

    @Test
    void everyTurnHasItsOwnVariables() {
        assertEquals("1\t2\t3\n", output("""
                local f, i = {}, 1
                ::again::
                local mine = i
                f[i] = function () { return mine }
                i += 1
                if (i <= 3) { goto again }
                print(f[1](), f[2](), f[3]())"""));
    }

    @Test
    void anEndlessJumpIsStoppedByTheBudget() {
        ScriptError error = assertThrows(ScriptError.class, () -> RecordingHost.run("::x:: goto x",
                new Budget(1000, 1000, 100, 1000, 1000)));
        assertEquals("ktap.script.budget", error.code());
    }

    @ParameterizedTest
    @ValueSource(strings = { "do ::x:: end goto x", "goto x do ::x:: end", "::x:: f = function () { goto x }",
            "::x:: trace a:b { goto x }", "goto x local y ::x:: print(y)", "goto x local function y() { } ::x:: y()",
            "repeat goto x local y = 1 ::x:: until y", "::x:: print(1) ::x::" })
    void whatCannotBeReachedIsRefused(String script) {
        assertEquals(KtapIssueCodes.LABEL, Compilation.of(script).errors().getFirst().code(), script);
    }
}
