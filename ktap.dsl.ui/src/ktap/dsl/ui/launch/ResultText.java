package ktap.dsl.ui.launch;

import ktap.runtime.session.LossReport;
import ktap.runtime.session.LossReport.ProbeLoss;
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
        losses(result.losses(), text);
        for (CountedProblem problem : result.problems()) {
            if (problem.count() > 1) {
                text.append(problem.diagnostic().range()).append(": ").append(problem.count()).append(" times: ")
                        .append(problem.diagnostic().message()).append('\n');
            }
        }
        return text.toString();
    }

    private static void losses(LossReport report, StringBuilder text) {
        if (report.isComplete()) {
            return;
        }
        text.append(report.lost()).append(" of ").append(report.lost() + report.delivered())
                .append(" events were lost: the results are incomplete.\n");
        if (report.skipped() > 0) {
            text.append("  ").append(report.skipped()).append(" because a probe fired while its program was running\n");
        }
        for (ProbeLoss probe : report.probes()) {
            if (probe.lost() > 0) {
                text.append("  ").append(probe.lost()).append(" of ").append(probe.fired()).append(" of ")
                        .append(probe.probe()).append(", because the ring buffer was full\n");
            }
        }
    }
}
