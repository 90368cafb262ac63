package ktap.dsl.validation;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Check;

import com.google.inject.Inject;

import ktap.dsl.EventCatalog;
import ktap.dsl.SourceMap;
import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.ScopeAnalysis;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.report.Diagnostic;

/** Shows the diagnostics of the rules where Xtext's own validation is used. The rules themselves know nothing of it. */
public class KtapValidator extends AbstractKtapValidator {
    private static final String SCOPES = "ktap.scopes";

    @Inject
    private EventCatalog catalog;

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
    public void jumps(Script script) {
        apply(ScriptChecks.JUMPS, script);
    }

    @Check
    public void varargs(Script script) {
        apply(ScriptChecks.VARARGS, script);
    }

    @Check
    public void keys(Script script) {
        apply(ScriptChecks.KEYS, script);
    }

    @Check
    public void eventDefinitions(Script script) {
        apply(ScriptChecks.EVENT_DEFINITIONS, script);
    }

    @Check
    public void timerIntervals(Script script) {
        apply(ScriptChecks.TIMER_INTERVALS, script);
    }

    @Check
    public void formats(Script script) {
        apply(ScriptChecks.FORMATS, script);
    }

    @Check
    public void unusedVariables(Script script) {
        apply(ScriptChecks.UNUSED_VARIABLES, script);
    }

    @Check
    public void unreachable(Script script) {
        apply(ScriptChecks.UNREACHABLE, script);
    }

    @Check
    public void loopVariables(Script script) {
        apply(ScriptChecks.LOOP_VARIABLES, script);
    }

    @Check
    public void minusComments(Script script) {
        apply(ScriptChecks.MINUS_COMMENTS, script);
    }

    @Check
    public void undeclaredGlobals(Script script) {
        apply(ScriptChecks.UNDECLARED_GLOBALS, script);
    }

    @Check
    public void neverRunning(Script script) {
        apply(ScriptChecks.NEVER_RUNNING, script);
    }

    @Check
    public void mixedKeys(Script script) {
        apply(ScriptChecks.MIXED_KEYS, script);
    }

    @Check
    public void eventFields(Script script) {
        apply(new EventFields(catalog), script);
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
