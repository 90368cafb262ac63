package ktap.runtime.session;

import java.util.ArrayList;
import java.util.List;

import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.Sampling;
import ktap.runtime.probe.UncheckedTargetException;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;
import ktap.runtime.report.TargetException;
import ktap.runtime.vm.Closure;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;
import ktap.runtime.vm.ScriptEvent;
import ktap.runtime.vm.ScriptHost;
import ktap.runtime.vm.TimerKind;

/** Serves the running script: collects its probes, its end functions and its output, and lets it wait for the end. */
final class SessionHost implements ScriptHost {
    private final TraceSession session;
    private final Tracing tracing;
    private final ScriptOutput output;
    private final TimeStamps timeStamps;
    private final boolean stamped;
    private final List<Closure> endFunctions = new ArrayList<>();
    private Interpreter interpreter;
    private boolean exiting;

    /** @param stamped whether lines of handlers begin with the time of their event */
    SessionHost(TraceSession session, Tracing tracing, ScriptOutput output, boolean stamped) {
        this.session = session;
        this.tracing = tracing;
        this.output = output;
        this.timeStamps = new TimeStamps(output);
        this.stamped = stamped;
    }

    /** Runs the main chunk, then waits for the end of tracing if there are probes and the script has not done so itself. */
    void run(Interpreter newInterpreter) {
        interpreter = newInterpreter;
        interpreter.runMain();
        if (!tracing.isDone() && tracing.isWanted()) {
            traceUntilEnd();
        }
    }

    void runEndFunctions() {
        for (Closure function : endFunctions) {
            try {
                interpreter.call(function, null);
            } catch (ScriptError e) {
                session.problems().add(e.toDiagnostic());
            }
        }
    }

    @Override
    public void write(String byteString) {
        if (stamped) {
            timeStamps.write(byteString);
        } else {
            output.write(byteString);
        }
    }

    @Override
    public void probe(String eventDefinition, Closure handler) {
        checkNotStarted("a probe");
        try {
            tracing.register(eventDefinition, handler);
        } catch (ProbeException e) {
            throw new ScriptError(e.code(), e.getMessage(), e.hint());
        } catch (TargetException e) {
            throw new TargetFailure(e);
        }
    }

    @Override
    public void timer(TimerKind kind, long periodNanos, Closure handler) {
        checkNotStarted("a timer");
        long shortest = kind == TimerKind.PROFILE ? Sampling.SHORTEST_PERIOD : 1;
        if (periodNanos < shortest) {
            throw new ScriptError("ktap.script.period", "a timer cannot have a period of " + periodNanos + " ns",
                    "the shortest is " + shortest + " ns");
        }
        switch (kind) {
            case TICK -> tracing.registrations().addTick(periodNanos, handler);
            case PROFILE -> tracing.registrations().addSampling(periodNanos, handler);
        }
    }

    private void checkNotStarted(String what) {
        if (tracing.isStarted()) {
            throw new ScriptError("ktap.script.tooLate", what + " cannot be added once tracing has started",
                    "add it in the main chunk, before that waits");
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

    /** Runs the handler of an event. */
    void handle(int handler, ScriptEvent event) {
        run(handler, event, event.time());
    }

    /** Runs the handler of a tick, which has no event. */
    void tick(int handler) {
        run(handler, null, tracing.tickTime());
    }

    /** Runs a handler; what goes wrong in it does not end the session. */
    private void run(int handler, ScriptEvent event, long time) {
        if (exiting) {
            return;
        }
        if (stamped) {
            timeStamps.begin(time);
        }
        try {
            interpreter.call(tracing.registrations().handler(handler), event);
        } catch (ScriptError e) {
            session.problems().add(e.toDiagnostic());
        } catch (UncheckedTargetException e) {
            TargetException reason = e.getCause();
            session.problems().add(Diagnostic.error(reason.code(), SourceRange.ofLine(session.source(), 0),
                    reason.getMessage(), reason.hint()));
        } finally {
            timeStamps.end();
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
