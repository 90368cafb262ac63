package ktap.runtime.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;
import ktap.runtime.session.SessionResult.CountedProblem;

/** Tells the listener of each different problem once, and counts how often it came. Not thread-safe. */
final class ProblemLog {
    /** A script whose messages differ each time must not fill the memory. */
    private static final int MAX_DIFFERENT = 100;
    private static final Diagnostic FURTHER = Diagnostic.error("ktap.session.furtherProblems",
            SourceRange.ofLine("ktap", 0), "more than " + MAX_DIFFERENT + " different problems; further ones are only counted",
            "");

    private final SessionListener listener;
    private final Map<Diagnostic, Long> counts = new LinkedHashMap<>();

    ProblemLog(SessionListener listener) {
        this.listener = listener;
    }

    void add(Diagnostic diagnostic) {
        boolean room = counts.size() < MAX_DIFFERENT || counts.containsKey(diagnostic);
        Diagnostic told = room ? diagnostic : FURTHER;
        if (counts.merge(told, 1L, Long::sum) == 1) {
            listener.problem(told);
        }
    }

    List<CountedProblem> counted() {
        return counts.entrySet().stream().map(entry -> new CountedProblem(entry.getKey(), entry.getValue())).toList();
    }
}
