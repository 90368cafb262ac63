package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.dsl.ide.KtapProposals;
import ktap.dsl.ide.Proposal;

/** Completion; the caret stands at the bar. */
class ProposalsTest {
    private final KtapProposals proposals = new KtapProposals();

    private List<Proposal> at(String text) {
        return proposals.propose(text.replace("|", ""), text.indexOf('|'));
    }

    private List<String> texts(String text) {
        return at(text).stream().map(Proposal::text).toList();
    }

    @Test
    void builtinsHaveParametersAndDocumentation() {
        Proposal printf = at("function f() { prin| }").stream().filter(proposal ->
                proposal.text().equals("printf")).findFirst()
                .orElseThrow();
        assertEquals("printf(format, ...)", printf.label());
        assertFalse(printf.documentation().isBlank());
        assertEquals(15, printf.replaceOffset());
        assertEquals(4, printf.replaceLength());
    }

    @Test
    void namesOfTheScriptComeToo() {
        assertTrue(texts("var counter = 1\nfunction handler(event) { } cou|").contains("counter"));
        assertEquals(List.of("event"), texts("function handler(event) { print(ev|) }"));
        assertEquals(List.of(), texts("zzz|"), "not the word that is being typed");
    }

    @Test
    void wordsFitThePlace() {
        assertTrue(texts("|").containsAll(List.of("function", "if", "trace", "pid", "printf", "kdebug.probe")));
        assertFalse(texts("|").contains("nil"));
        assertTrue(texts("x = |").containsAll(List.of("nil", "function", "execname")));
        assertFalse(texts("x = |").contains("while"));
        assertEquals(List.of("until"), texts("repeat x = 1; unt|"));
        assertEquals(List.of("pid", "printf").getFirst(), texts("PI|").getFirst());
    }

    @Test
    void membersOfLibrariesAndFields() {
        assertEquals(List.of("probe", "probe_end"), texts("kdebug.pro|"));
        assertEquals(List.of("comm"), texts("print(e.comm, e.name) x = f.co|"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "print(\"pi|", "print(\"pi|\")", "# pi|", "--[[ pi| ]]", "x = 12|", "trace sched:sc|" })
    void nothingInside(String text) {
        assertEquals(List.of(), texts(text));
    }

    @Test
    void somethingBehindAClosedStringOrComment() {
        assertTrue(texts("print(\"a\" .. pi|)").contains("pid"));
        assertTrue(texts("--[[ a ]] pi|").contains("pid"));
    }
}
