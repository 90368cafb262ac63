package ktap.runtime.session;

import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.bytecode.VerifiedChunk;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.report.TargetException;
import ktap.runtime.target.Target;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;

/**
 * One run of a script on a target, and the owner of all that the run attaches. {@link #run} does everything on the thread
 * that calls it; the other methods may be called from any thread.
 */
public final class TraceSession implements AutoCloseable {
    private final Target target;
    private final TraceRequest request;
    private final ScriptOutput output;
    private final WorkloadOutput workloadOutput;
    private final SessionListener listener;
    private final ProblemLog problems;
    private final TablePublisher tables = new TablePublisher();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile SessionState state = SessionState.NEW;
    private volatile Thread runner;
    private volatile Interpreter interpreter;
    private volatile boolean stopRequested;
    private volatile int probeCount;

    /**
     * @param out where the script's output goes, as bytes; it is flushed, never closed. A workload has this process's
     *            standard streams
     */
    public TraceSession(Target target, TraceRequest request, OutputStream out, SessionListener listener) {
        this(target, request, out, WorkloadOutput.inherited(), listener);
    }

    /**
     * @param out where the script's output goes, as bytes; it is flushed, never closed
     * @param workloadOut where the workload's output goes, from a thread of its own, in place of this process's streams; the
     *            workload has nothing to read then
     */
    public TraceSession(Target target, TraceRequest request, OutputStream out, OutputStream workloadOut,
            SessionListener listener) {
        this(target, request, out, WorkloadOutput.to(workloadOut), listener);
    }

    private TraceSession(Target target, TraceRequest request, OutputStream out, WorkloadOutput workloadOutput,
            SessionListener listener) {
        this.workloadOutput = workloadOutput;
        this.target = Objects.requireNonNull(target);
        this.request = Objects.requireNonNull(request);
        this.output = new ScriptOutput(out);
        this.listener = Objects.requireNonNull(listener);
        this.problems = new ProblemLog(listener);
    }

    /**
     * Runs the script to its end: the main chunk, the events until tracing ends, the end functions. When this returns or
     * throws, nothing is attached any more and the output is flushed.
     *
     * @throws ChunkException if the chunk does not pass the verifier; nothing has run
     * @throws ScriptError if the main chunk fails; what it had printed is printed
     * @throws TargetException if the target cannot do what the script needs
     * @throws IllegalStateException if the session has been run before
     */
    public SessionResult run() throws ChunkException, TargetException {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("A session runs once");
        }
        runner = Thread.currentThread();
        try {
            return runScript(ChunkVerifier.verify(request.chunk()));
        } finally {
            enter(SessionState.ENDED);
            ended.countDown();
        }
    }

    private SessionResult runScript(VerifiedChunk chunk) throws TargetException {
        enter(SessionState.STARTING);
        try (Tracing tracing = new Tracing(this, target, request, workloadOutput)) {
            SessionHost host = new SessionHost(this, tracing, output, request.options().timeStamps());
            interpreter = new Interpreter(chunk, host, Budget.defaults(), List.copyOf(request.arguments()));
            if (stopRequested) {
                interpreter.cancel();
            }
            host.run(interpreter);
            enter(SessionState.STOPPING);
            host.runEndFunctions();
            tables.publish(interpreter.tables());
            output.flush();
            LossReport losses = tracing.losses();
            enter(SessionState.DETACHING);
            return result(losses, tracing.workloadStatus());
        } catch (PlanOnly e) {
            return result(LossReport.empty(), OptionalInt.empty());
        } catch (TargetFailure e) {
            throw e.reason();
        } finally {
            output.flush();
        }
    }

    private SessionResult result(LossReport losses, OptionalInt workloadStatus) {
        return new SessionResult(losses, problems.counted(), workloadStatus,
                Optional.ofNullable(output.failure()).map(Throwable::getMessage));
    }

    /**
     * Asks that tracing end: no more events are taken, those taken are handled, the end functions run, then all is
     * detached. Returns at once; does nothing if the session has ended or was asked before.
     */
    public void stop() {
        stopRequested = true;
        Interpreter running = interpreter;
        if (running != null && state == SessionState.STARTING) {
            running.cancel();
        }
        LockSupport.unpark(runner);
    }

    public SessionState state() {
        return state;
    }

    /** How many events of the kernel are attached; 0 before {@link SessionState#TRACING}. */
    public int probeCount() {
        return probeCount;
    }

    /** Whether the session ends by itself, when the command or process that it traces ends. */
    public boolean endsWithWorkload() {
        return !request.workload().isEmpty() || request.pid().isPresent();
    }

    /**
     * The script's tables as they were at most about a quarter of a second ago, or at the end. The session makes
     * snapshots only while somebody asks for them.
     */
    public List<TableSnapshot> tables() {
        return tables.latest();
    }

    /** Ends the session and waits until nothing is attached any more; on the session's own thread it does not wait. */
    @Override
    public void close() {
        stop();
        if (started.get() && Thread.currentThread() != runner) {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The script's name. */
    String source() {
        return request.chunk().source();
    }

    boolean isStopRequested() {
        return stopRequested;
    }

    TablePublisher tablePublisher() {
        return tables;
    }

    ProblemLog problems() {
        return problems;
    }

    void tracing(int probes) {
        probeCount = probes;
        enter(SessionState.TRACING);
    }

    void planned(TracePlan plan) {
        listener.planned(plan);
    }

    void enter(SessionState next) {
        if (state != next) {
            state = next;
            listener.stateChanged(this, next);
        }
    }
}
