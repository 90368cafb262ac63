package ktap.dsl.validation;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Check;

import ktap.dsl.SourceMap;
import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.ScopeAnalysis;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.report.Diagnostic;

/** Shows the diagnostics of the rules where Xtext's own validation is used. The rules themselves know nothing of it. */
public class KtapValidator extends AbstractKtapValidator {
    private static final String SCOPES = "ktap.scopes";

    @Check
    public void unknownNames(Script script) {
        apply(ScriptChecks.UNKNOWN_NAMES, script);
    }

    @Check
    public void argumentCounts(Script script) {
        apply(ScriptChecks.ARGUMENT_COUNTS, script);
    }

    @Check
    public void literals(Script script) {
        apply(ScriptChecks.LITERALS, script);
    }

    @Check
    public void statements(Script script) {
        apply(ScriptChecks.STATEMENTS, script);
    }

    @Check
    public void loops(Script script) {
        apply(ScriptChecks.LOOPS, script);
    }

    @Check
    public void unsupported(Script script) {
        apply(ScriptChecks.UNSUPPORTED, script);
    }

    @Check
    public void eventDefinitions(Script script) {
        apply(ScriptChecks.EVENT_DEFINITIONS, script);
    }

    private void apply(Rule rule, Script script) {
        if (script.eResource() instanceof XtextResource resource && !resource.getErrors().isEmpty()) {
            return; // the rules expect a whole tree
        }
        Scopes scopes = (Scopes) getContext().computeIfAbsent(SCOPES, key -> ScopeAnalysis.of(script));
        String text = NodeModelUtils.findActualNodeFor(script).getRootNode().getText();
        Problems problems = new Problems(new SourceMap("", text));
        rule.check(script, scopes, problems);
        problems.sorted().forEach(diagnostic -> report(script, diagnostic));
    }

    private void report(Script script, Diagnostic diagnostic) {
        int offset = diagnostic.range().offset();
        int length = diagnostic.range().length();
        switch (diagnostic.severity()) {
            case ERROR -> getMessageAcceptor().acceptError(diagnostic.message(), script, offset, length,
                    diagnostic.code(),
                    diagnostic.hint());
            case WARNING -> getMessageAcceptor().acceptWarning(diagnostic.message(), script, offset, length,
                    diagnostic.code(), diagnostic.hint());
            case INFO -> getMessageAcceptor().acceptInfo(diagnostic.message(), script, offset, length,
                    diagnostic.code(),
                    diagnostic.hint());
        }
    }
}
