package ktap.dsl.ui.launch;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;
import ktap.runtime.report.TargetException;
import ktap.runtime.vm.ScriptError;

/**
 * What the console says of a problem. Places have the form {@code FILE:LINE}, which {@link ScriptLinks} makes links of.
 */
final class ProblemText {
    private ProblemText() {
    }

    static String of(Diagnostic diagnostic) {
        return at(diagnostic.range(), diagnostic.message(), diagnostic.hint());
    }

    static String of(ScriptError error) {
        return of(error.toDiagnostic());
    }

    static String of(TargetException exception) {
        return withHint(exception.getMessage(), exception.hint());
    }

    private static String at(SourceRange range, String message, String hint) {
        return range + ": " + withHint(message, hint);
    }

    private static String withHint(String message, String hint) {
        return hint.isEmpty() ? message : message + "\n  " + hint;
    }
}
