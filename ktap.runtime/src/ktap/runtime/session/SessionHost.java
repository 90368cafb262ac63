package ktap.runtime.session;

import java.util.ArrayList;
import java.util.List;

import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.UncheckedTargetException;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;
import ktap.runtime.report.TargetException;
import ktap.runtime.vm.Closure;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;
import ktap.runtime.vm.ScriptEvent;
import ktap.runtime.vm.ScriptHost;

/** Serves the running script: collects its probes, its end functions and its output, and lets it wait for the end. */
final class SessionHost implements ScriptHost {
    private final TraceSession session;
    private final Tracing tracing;
    private final ScriptOutput output;
    private final List<Closure> handlers = new ArrayList<>();
    private final List<Closure> endFunctions = new ArrayList<>();
    private Interpreter interpreter;
    private boolean exiting;

    SessionHost(TraceSession session, Tracing tracing, ScriptOutput output) {
        this.session = session;
        this.tracing = tracing;
        this.output = output;
    }

    /** Runs the main chunk, then waits for the end of tracing if there are probes and the script has not done so itself. */
    void run(Interpreter newInterpreter) {
        interpreter = newInterpreter;
        interpreter.runMain();
        if (!tracing.isDone() && !handlers.isEmpty()) {
            traceUntilEnd();
        }
    }

    void runEndFunctions(Interpreter running) {
        for (Closure function : endFunctions) {
            try {
                running.call(function, null);
            } catch (ScriptError e) {
                session.problems().add(e.toDiagnostic());
            }
        }
    }

    @Override
    public void write(String byteString) {
        output.write(byteString);
    }

    @Override
    public void probe(String eventDefinition, Closure handler) {
        if (tracing.isStarted()) {
            throw new ScriptError("ktap.script.tooLate", "a probe cannot be added once tracing has started",
                    "call kdebug.probe in the main chunk, before it waits");
        }
        try {
            tracing.register(eventDefinition, handlers.size());
            handlers.add(handler);
        } catch (ProbeException e) {
            throw new ScriptError(e.code(), e.getMessage(), e.hint());
        } catch (TargetException e) {
            throw new TargetFailure(e);
        }
    }

    @Override
    public void atEnd(Closure function) {
        endFunctions.add(function);
    }

    @Override
    public void traceUntilEnd() {
        if (tracing.isStarted()) {
            throw new ScriptError("ktap.script.tooLate", "tracing has started already", "call kdebug.probe_end once");
        }
        output.flush();
        try {
            tracing.traceUntilEnd(this);
        } catch (TargetException e) {
            throw new TargetFailure(e);
        }
        session.enter(SessionState.STOPPING);
    }

    @Override
    public void exit() {
        exiting = true;
    }

    /** Whether no more events are wanted. */
    boolean isEnding() {
        return exiting || session.isStopRequested() || output.failure() != null;
    }

    /** Runs a handler; what goes wrong in it does not end the session. */
    void handle(int handler, ScriptEvent event) {
        if (exiting) {
            return;
        }
        try {
            interpreter.call(handlers.get(handler), event);
        } catch (ScriptError e) {
            session.problems().add(e.toDiagnostic());
        } catch (UncheckedTargetException e) {
            TargetException reason = e.getCause();
            session.problems().add(Diagnostic.error(reason.code(), SourceRange.ofLine(session.source(), 0),
                    reason.getMessage(), reason.hint()));
        }
    }

    /** Called when no event is waiting. */
    void idle() {
        output.flush();
    }

    /** Called now and then. */
    void publishTables() {
        TablePublisher tables = session.tablePublisher();
        if (tables.isDue()) {
            tables.publish(interpreter.tables());
        }
    }
}
