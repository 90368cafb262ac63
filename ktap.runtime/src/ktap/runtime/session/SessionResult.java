package ktap.runtime.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import ktap.runtime.report.Diagnostic;

/**
 * How a session ended.
 *
 * @param losses what became of the events
 * @param problems each different problem that did not end the session, with how often it came
 * @param workloadStatus the exit status of the workload, if there was one and it has ended
 * @param outputFailure why the script's output could not be written, if so
 */
public record SessionResult(LossReport losses, List<CountedProblem> problems, OptionalInt workloadStatus,
        Optional<String> outputFailure) {
    public SessionResult {
        problems = List.copyOf(problems);
    }

    /** A problem and how often it came. */
    public record CountedProblem(Diagnostic diagnostic, long count) {
    }

    /** Whether the script ran without an error. */
    public boolean isClean() {
        return problems.stream().noneMatch(problem -> problem.diagnostic().isError());
    }
}
