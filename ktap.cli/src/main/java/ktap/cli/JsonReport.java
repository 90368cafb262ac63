package ktap.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.session.LossReport;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.SessionResult.CountedProblem;
import ktap.runtime.session.SessionState;
import ktap.runtime.session.TracePlan;
import ktap.runtime.session.TraceSession;

/** For programs: everything as JSON objects, one a line, in one stream. {@code docs/command-line.md} lists them. */
final class JsonReport implements Report {
    private final OutputStream out;
    private final JsonOutput scriptOutput;

    JsonReport(OutputStream out) {
        this.out = out;
        this.scriptOutput = new JsonOutput(out);
    }

    @Override
    public OutputStream scriptOutput() {
        return scriptOutput;
    }

    @Override
    public void stateChanged(TraceSession session, SessionState state) {
        if (state == SessionState.TRACING) {
            writeNow(new JsonObject("tracing").put("probes", session.probeCount()));
        }
    }

    @Override
    public void planned(TracePlan plan) {
        for (TracePlan.HandlerPlan handler : plan.handlers()) {
            for (TracePlan.Source source : handler.sources()) {
                writeNow(new JsonObject("plan").put("function", handler.function()).put("line", handler.line())
                        .put("definition", handler.definition()).put("means", source.means().name())
                        .put("events", source.events()));
            }
        }
    }

    @Override
    public void problem(Diagnostic diagnostic) {
        writeNow(problem(diagnostic, 1));
    }

    /** A listener must not throw: a stream that cannot be written shows when the script's output, or the end, is. */
    private void writeNow(JsonObject object) {
        try {
            object.writeTo(out);
        } catch (IOException e) {
            scriptOutput.fail(e);
        }
    }

    @Override
    public void ended(SessionResult result, List<TableSnapshot> tables) throws IOException {
        scriptOutput.finish();
        for (CountedProblem problem : result.problems()) {
            if (problem.count() > 1) {
                problem(problem.diagnostic(), problem.count()).writeTo(out);
            }
        }
        for (TableSnapshot table : tables) {
            new JsonObject("table").put("name", table.name()).putRows(table.rows()).writeTo(out);
        }
        LossReport losses = result.losses();
        for (LossReport.ProbeLoss probe : losses.probes()) {
            new JsonObject("probe").put("name", probe.probe()).put("fired", probe.fired())
                    .put("delivered", probe.delivered()).put("lost", probe.lost()).writeTo(out);
        }
        new JsonObject("loss").put("delivered", losses.delivered()).put("lost", losses.lost())
                .put("skipped", losses.skipped()).put("untrackedProcesses", losses.untrackedProcesses()).writeTo(out);
        out.flush();
    }

    @Override
    public void failed(Diagnostic reason) throws IOException {
        scriptOutput.finish();
        problem(reason, 1).writeTo(out);
        out.flush();
    }

    private static JsonObject problem(Diagnostic diagnostic, long count) {
        return new JsonObject("problem").put("severity", diagnostic.severity().name()).put("code", diagnostic.code())
                .put("source", diagnostic.range().source()).put("line", diagnostic.range().line())
                .put("column", diagnostic.range().column()).put("message", diagnostic.message())
                .put("hint", diagnostic.hint()).put("count", count);
    }
}
