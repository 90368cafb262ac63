package ktap.cli;

import java.io.OutputStream;
import java.io.PrintWriter;

import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.session.SessionListener;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.SessionState;
import ktap.runtime.session.TraceRequest;
import ktap.runtime.session.TraceSession;
import ktap.runtime.target.LocalTarget;
import ktap.runtime.report.TargetException;
import ktap.runtime.vm.ScriptError;

/** Runs one session in a terminal: says when it traces, ends it on Ctrl-C, reports what went wrong. */
final class TraceRunner {
    /** What the system says of a write to a pipe that nobody reads any more: to head(1), for example, that is the end. */
    private static final String READER_GONE = "Broken pipe";

    private final PrintWriter messages;
    private final Interrupts interrupts;
    private final boolean quiet;
    private final boolean verbose;

    TraceRunner(PrintWriter messages, Interrupts interrupts, boolean quiet, boolean verbose) {
        this.messages = messages;
        this.interrupts = interrupts;
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** Runs the session to its end and returns the {@link ExitCode}. */
    int run(LoadedScript script, TraceRequest request, OutputStream out) {
        DiagnosticPrinter diagnostics = new DiagnosticPrinter(messages, script.text());
        try (TraceSession session = new TraceSession(new LocalTarget(), request, out, new Announcer(diagnostics))) {
            interrupts.stop(session);
            SessionResult result = session.run();
            new LossPrinter(messages, verbose).print(result.losses());
            result.problems().stream().filter(problem -> problem.count() > 1)
                    .forEach(problem -> messages.println("ktap: " + problem.count() + " times: "
                            + problem.diagnostic().range() + ": " + problem.diagnostic().message()));
            if (result.outputFailure().isPresent() && !result.outputFailure().get().equals(READER_GONE)) {
                messages.println("ktap: the output could not be written: " + result.outputFailure().get());
                return ExitCode.OUTPUT_FAILED;
            }
            return result.isClean() ? ExitCode.OK : ExitCode.SCRIPT_FAILED;
        } catch (ScriptError e) {
            diagnostics.print(e.toDiagnostic());
            return ExitCode.SCRIPT_FAILED;
        } catch (ChunkException e) {
            messages.println("ktap: " + request.chunk().source() + ": " + e.getMessage());
            return ExitCode.NOT_COMPILED;
        } catch (TargetException e) {
            messages.println("ktap: " + e.getMessage() + " [" + e.code() + "]");
            if (!e.hint().isEmpty()) {
                messages.println("    hint: " + e.hint());
            }
            return ExitCode.TARGET_REFUSED;
        }
    }

    private final class Announcer implements SessionListener {
        private final DiagnosticPrinter diagnostics;

        Announcer(DiagnosticPrinter diagnostics) {
            this.diagnostics = diagnostics;
        }

        @Override
        public void stateChanged(TraceSession session, SessionState state) {
            if (state == SessionState.TRACING && !quiet) {
                int probes = session.probeCount();
                String end = session.endsWithWorkload() ? "ends with the command" : "hit Ctrl-C to end";
                messages.println("Tracing " + probes + (probes == 1 ? " probe" : " probes") + "... " + end + ".");
            }
        }

        @Override
        public void problem(Diagnostic diagnostic) {
            diagnostics.print(diagnostic);
        }
    }
}
