package ktap.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.SessionState;
import ktap.runtime.session.TracePlan;
import ktap.runtime.session.TraceSession;

/** For people: the output as it is, and everything else as messages beside it. */
final class TextReport implements Report {
    private final OutputStream output;
    private final PrintWriter messages;
    private final DiagnosticPrinter diagnostics;
    private final boolean quiet;
    private final boolean verbose;

    /**
     * @param text the script's text, if it is at hand
     */
    TextReport(OutputStream output, PrintWriter messages, Optional<String> text, boolean quiet, boolean verbose) {
        this.output = output;
        this.messages = messages;
        this.diagnostics = new DiagnosticPrinter(messages, text);
        this.quiet = quiet;
        this.verbose = verbose;
    }

    @Override
    public OutputStream scriptOutput() {
        return output;
    }

    @Override
    public void stateChanged(TraceSession session, SessionState state) {
        if (state == SessionState.TRACING && !quiet) {
            int probes = session.probeCount();
            String end = session.endsWithWorkload() ? "ends with the command" : "hit Ctrl-C to end";
            String what = probes == 0 ? "Timers run" : "Tracing " + probes + (probes == 1 ? " probe" : " probes");
            messages.println(what + "... " + end + ".");
        }
    }

    @Override
    public void planned(TracePlan plan) {
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        new PlanPrinter(out, verbose).print(plan);
        out.flush();
    }

    @Override
    public void problem(Diagnostic diagnostic) {
        diagnostics.print(diagnostic);
    }

    @Override
    public void ended(SessionResult result, List<TableSnapshot> tables) {
        new LossPrinter(messages, verbose).print(result.losses());
        result.problems().stream().filter(problem -> problem.count() > 1)
                .forEach(problem -> messages.println("ktap: " + problem.count() + " times: "
                        + problem.diagnostic().range() + ": " + problem.diagnostic().message()));
    }

    @Override
    public void failed(Diagnostic reason) {
        diagnostics.print(reason);
    }
}
