package ktap.dsl.ui.launch;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.ILog;

import ktap.dsl.ui.traces.TraceSource;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.report.TargetException;
import ktap.runtime.session.SessionListener;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.SessionState;
import ktap.runtime.session.TraceRequest;
import ktap.runtime.session.TraceSession;
import ktap.runtime.target.Target;
import ktap.runtime.vm.ScriptError;

/** A session on a thread of its own: started once, stopped from anywhere, heard through two streams. Thread-safe. */
final class TraceRun implements TraceSource {
    /** The exit value of a trace that failed, as the command line has it. */
    static final int FAILED = 255;

    private final String label;
    private final TraceStreams streams;
    private final TraceSession session;
    private final CountDownLatch attached = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitValue = FAILED;

    TraceRun(String label, Target target, TraceRequest request, TraceStreams streams) {
        this.label = label;
        this.streams = streams;
        session = new TraceSession(target, request, new DecodingStream(streams.getOutputStreamMonitor()::append),
                new DecodingStream(streams.getOutputStreamMonitor()::append), new Listener());
    }

    /** Starts the session; {@code whenEnded} is called on its thread after everything is detached. */
    void start(Runnable whenEnded) {
        Thread thread = new Thread(() -> {
            run();
            whenEnded.run();
        }, "ktap trace: " + label);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until the probes are attached, or the trace has ended before that. */
    boolean awaitAttached(Duration time) throws InterruptedException {
        return attached.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** 0 if the trace ran without an error; empty while it runs. */
    OptionalInt exitValue() {
        return isRunning() ? OptionalInt.empty() : OptionalInt.of(exitValue);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    @Override
    public List<TableSnapshot> tables() {
        return session.tables();
    }

    @Override
    public void stop() {
        session.stop();
    }

    @Override
    public boolean awaitEnd(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            SessionResult result = session.run();
            streams.getErrorStreamMonitor().append(ResultText.of(result));
            exitValue = result.isClean() ? 0 : FAILED;
        } catch (TargetException e) {
            complain(ProblemText.of(e));
        } catch (ScriptError e) {
            complain(ProblemText.of(e));
        } catch (ChunkException e) {
            complain(e.getMessage());
        } catch (RuntimeException | Error e) {
            ILog.get().error("The trace " + label + " failed", e);
            complain("internal error: " + e + "; see the Error Log view");
        } finally {
            attached.countDown();
            ended.countDown();
        }
    }

    private void complain(String text) {
        streams.getErrorStreamMonitor().append(text + "\n");
    }

    /** Hears the session. */
    private final class Listener implements SessionListener {
        @Override
        public void stateChanged(TraceSession changed, SessionState state) {
            if (state.compareTo(SessionState.TRACING) >= 0) {
                attached.countDown();
            }
        }

        @Override
        public void problem(Diagnostic diagnostic) {
            complain(ProblemText.of(diagnostic));
        }
    }
}
