package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.StringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.junit.jupiter.api.Test;

import com.google.inject.Injector;

import ktap.dsl.KtapCompiler;
import ktap.dsl.ide.KtapIdeSetup;
import ktap.runtime.report.Diagnostic;

/** Xtext's validation, as an editor or a language server uses it, shows what the compiler says. */
class ValidatorTest {
    private static final Injector INJECTOR = new KtapIdeSetup().createInjectorAndDoEMFRegistration();

    private record Shown(String code, int offset, int length, String message) {
    }

    @Test
    void editorAndCompilerSayTheSame() throws IOException {
        int compared = 0;
        for (DiagnosticsTest.Case expected : DiagnosticsTest.cases()) {
            List<Shown> compiled =
                    Compilation.of(expected.script()).diagnostics().stream().map(ValidatorTest::shown).toList();
            if (!expected.code().equals("ktap.syntax")) {
                assertEquals(compiled, validate(expected.script()), expected.script());
                compared++;
            }
        }
        assertFalse(compared < 20, "only " + compared + " scripts were compared");
    }

    @Test
    void syntaxErrorsAreShownAndRulesAreSilentThen() throws IOException {
        List<Shown> shown = validate("prinft(1)\nif (a = 1) { }");
        assertEquals(List.of("')' expected, found '='"), shown.stream().map(Shown::message).toList());
    }

    @Test
    void theCompilerCanBeInjected() {
        assertEquals(1, INJECTOR.getInstance(KtapCompiler.class).compile("x.kp", "prinft(1)").diagnostics().size());
    }

    private static Shown shown(Diagnostic diagnostic) {
        return new Shown(diagnostic.code(), diagnostic.range().offset(), diagnostic.range().length(),
                diagnostic.message());
    }

    private static List<Shown> validate(String text) throws IOException {
        XtextResource resource =
                (XtextResource) INJECTOR.getInstance(XtextResourceSet.class).createResource(URI.createURI("a.kp"));
        resource.load(new StringInputStream(text, "UTF-8"), Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
        return INJECTOR.getInstance(IResourceValidator.class).validate(resource, CheckMode.ALL,
                CancelIndicator.NullImpl).stream()
                .map(issue -> new Shown(issue.getCode(), issue.getOffset(), issue.getLength(),
                        issue.getMessage())).toList();
    }
}
