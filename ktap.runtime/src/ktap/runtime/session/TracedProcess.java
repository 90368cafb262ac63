package ktap.runtime.session;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.Workload;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.probe.Capture;
import ktap.runtime.report.TargetException;
import ktap.runtime.target.NoSuchProcessException;

/** The command or process with which a session ends, if there is one. Used on the session's thread. */
final class TracedProcess implements AutoCloseable {
    private static final long CHECK_NANOS = 50_000_000;

    private final Kernel kernel;
    private final OptionalInt pid;
    private Workload workload;
    private CompletableFuture<Integer> workloadExit;
    private long nextCheck = System.nanoTime();

    /** @param pid a process that runs already, if one is to be traced */
    TracedProcess(Kernel kernel, OptionalInt pid) {
        this.kernel = kernel;
        this.pid = pid;
    }

    /** Starts a command, which waits to be {@linkplain #release() released}. */
    void start(WorkloadLauncher launcher, List<String> command, WorkloadOutput output) throws TargetException {
        workload = launcher.start(command, output.streams());
        output.copy(workload);
        workloadExit = workload.onExit();
    }

    /** Has the capture look at the process alone. */
    void restrict(Capture capture) throws TargetException {
        if (pid.isPresent()) {
            capture.trace(pid.getAsInt());
        }
        if (workload != null) {
            capture.traceFromExec(workload.pid());
        }
    }

    /** Checks what a capture would: whether the process exists. */
    void check() throws NoSuchProcessException {
        if (pid.isPresent() && !kernel.hasProcess(pid.getAsInt())) {
            throw new NoSuchProcessException(pid.getAsInt());
        }
    }

    /** Lets the command run; wakes the calling thread when it ends. */
    void release() throws TargetException {
        if (workload != null) {
            workload.release();
            Thread sessionThread = Thread.currentThread();
            workloadExit.whenComplete((status, failure) -> LockSupport.unpark(sessionThread));
        }
    }

    /** @param capture tells of the process's end more exactly; null if there is none */
    boolean hasEnded(Capture capture) throws TargetException {
        if (workloadExit != null) {
            return workloadExit.isDone();
        }
        if (pid.isEmpty() || System.nanoTime() - nextCheck < 0) {
            return false;
        }
        nextCheck = System.nanoTime() + CHECK_NANOS;
        return capture == null ? !kernel.hasProcess(pid.getAsInt()) : !capture.isTraced(pid.getAsInt());
    }

    /** Asks the command to end, if it still runs. */
    void terminate() {
        if (workload != null && !workloadExit.isDone()) {
            workload.terminate();
        }
    }

    /** The exit status of the command; empty if there is none or it still runs. */
    OptionalInt status() {
        boolean ended = workloadExit != null && workloadExit.isDone();
        return ended ? OptionalInt.of(workloadExit.join()) : OptionalInt.empty();
    }

    @Override
    public void close() {
        if (workload != null) {
            workload.close();
        }
    }
}
