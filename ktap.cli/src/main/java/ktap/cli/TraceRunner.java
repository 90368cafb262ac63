package ktap.cli;

import java.io.IOException;
import java.io.PrintWriter;

import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;
import ktap.runtime.report.TargetException;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.TraceRequest;
import ktap.runtime.session.TraceSession;
import ktap.runtime.target.LocalTarget;
import ktap.runtime.vm.ScriptError;

/** Runs one session in a terminal: ends it on Ctrl-C, reports what went wrong, finds the exit code. */
final class TraceRunner {
    /** What the system says of a write to a pipe that nobody reads any more: to head(1), for example, that is the end. */
    private static final String READER_GONE = "Broken pipe";
    /** Stands for the script in reports of what has no place in it. */
    private static final String KTAP = "ktap";

    private final PrintWriter messages;
    private final Interrupts interrupts;
    private final Report report;

    TraceRunner(PrintWriter messages, Interrupts interrupts, Report report) {
        this.messages = messages;
        this.interrupts = interrupts;
        this.report = report;
    }

    /** Runs the session to its end and returns the {@link ExitCode}. */
    int run(TraceRequest request) {
        try {
            return trace(request);
        } catch (IOException e) {
            return outputFailed(e.getMessage());
        }
    }

    private int trace(TraceRequest request) throws IOException {
        try (TraceSession session = new TraceSession(new LocalTarget(), request, report.scriptOutput(), report)) {
            interrupts.stop(session);
            SessionResult result = session.run();
            report.ended(result, session.tables());
            if (result.outputFailure().isPresent() && !READER_GONE.equals(result.outputFailure().get())) {
                return outputFailed(result.outputFailure().get());
            }
            return result.isClean() ? ExitCode.OK : ExitCode.SCRIPT_FAILED;
        } catch (ScriptError e) {
            report.failed(e.toDiagnostic());
            return ExitCode.SCRIPT_FAILED;
        } catch (ChunkException e) {
            report.failed(Diagnostic.error(e.code(), SourceRange.ofLine(request.chunk().source(), 0),
                    e.getMessage(), ""));
            return ExitCode.NOT_COMPILED;
        } catch (TargetException e) {
            report.failed(Diagnostic.error(e.code(), SourceRange.ofLine(KTAP, 0), e.getMessage(), e.hint()));
            return ExitCode.TARGET_REFUSED;
        }
    }

    private int outputFailed(String reason) {
        if (READER_GONE.equals(reason)) {
            return ExitCode.OK;
        }
        messages.println("ktap: the output could not be written: " + reason);
        return ExitCode.OUTPUT_FAILED;
    }
}
