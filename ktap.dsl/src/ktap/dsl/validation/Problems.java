package ktap.dsl.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.ecore.EObject;

import ktap.dsl.SourceMap;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.Diagnostic.Severity;
import ktap.runtime.report.SourceRange;

/** Collects the diagnostics of one script. Not thread-safe. */
public final class Problems {
    private final SourceMap positions;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Problems(SourceMap positions) {
        this.positions = positions;
    }

    public void error(String code, EObject where, String message, String hint) {
        error(code, positions.range(where), message, hint);
    }

    public void error(String code, SourceRange where, String message, String hint) {
        diagnostics.add(Diagnostic.error(code, where, message, hint));
    }

    public void warning(String code, EObject where, String message, String hint) {
        warning(code, positions.range(where), message, hint);
    }

    public void warning(String code, SourceRange where, String message, String hint) {
        diagnostics.add(new Diagnostic(code, Severity.WARNING, where, message, hint));
    }

    public SourceMap positions() {
        return positions;
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** What was found so far, by its place. */
    public List<Diagnostic> sorted() {
        return diagnostics.stream().sorted(Comparator.comparingInt(diagnostic -> diagnostic.range().offset())).toList();
    }
}
