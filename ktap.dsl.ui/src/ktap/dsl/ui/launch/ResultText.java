package ktap.dsl.ui.launch;

import ktap.runtime.session.SessionResult;
import ktap.runtime.session.SessionResult.CountedProblem;

/**
 * What the console says of a trace that has ended. Nothing, if all events came and nothing went wrong more than once.
 */
final class ResultText {
    private ResultText() {
    }

    static String of(SessionResult result) {
        StringBuilder text = new StringBuilder();
        result.losses().sentences().forEach(sentence -> text.append(sentence).append('\n'));
        for (CountedProblem problem : result.problems()) {
            if (problem.count() > 1) {
                text.append(problem.diagnostic().range()).append(": ").append(problem.count()).append(" times: ")
                        .append(problem.diagnostic().message()).append('\n');
            }
        }
        return text.toString();
    }
}
