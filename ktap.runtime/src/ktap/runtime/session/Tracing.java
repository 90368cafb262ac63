package ktap.runtime.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.Workload;
import ktap.runtime.probe.Capture;
import ktap.runtime.probe.CaptureOptions;
import ktap.runtime.probe.CapturedEvent;
import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.Planner;
import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.ProbePlan;
import ktap.runtime.probe.ProbePoint;
import ktap.runtime.probe.ProbeSpecParser;
import ktap.runtime.probe.Registration;
import ktap.runtime.probe.SyscallTable;
import ktap.runtime.report.TargetException;
import ktap.runtime.session.LossReport.ProbeLoss;
import ktap.runtime.target.Target;

/**
 * The tracing of one session, from the first registration to the last descriptor. The target is connected to when the
 * script first names an event, so a script without probes needs no privileges. Used on the session's thread only.
 */
final class Tracing implements AutoCloseable {
    private static final int BATCH = 4096;
    private static final long MIN_WAIT_NANOS = 500_000;
    /** Bounds how late an event is handled when little happens; the ring holds far more than comes in that time. */
    private static final long MAX_WAIT_NANOS = 5_000_000;
    private static final long PROCESS_CHECK_NANOS = 50_000_000;

    private final TraceSession session;
    private final Target target;
    private final TraceRequest request;
    private final WorkloadOutput workloadOutput;
    private final List<Registration> registrations = new ArrayList<>();
    private Kernel kernel;
    private Catalog catalog;
    private Workload workload;
    private CompletableFuture<Integer> workloadExit;
    private Capture capture;
    private long nextProcessCheck = System.nanoTime();
    private boolean started;
    private boolean done;

    Tracing(TraceSession session, Target target, TraceRequest request, WorkloadOutput workloadOutput) {
        this.session = session;
        this.workloadOutput = workloadOutput;
        this.target = target;
        this.request = request;
    }

    boolean isStarted() {
        return started;
    }

    boolean isDone() {
        return done;
    }

    /**
     * Looks up what a definition means on the target and keeps it for {@link #traceUntilEnd}.
     *
     * @param handler the number under which its events are handed over
     */
    void register(String definition, int handler) throws ProbeException, TargetException {
        List<ProbePoint> points = ProbeSpecParser.parse(definition);
        if (kernel == null) {
            kernel = target.connect();
            catalog = Catalog.read(kernel.traceFs());
        }
        for (ProbePoint point : points) {
            catalog.find(point);
        }
        registrations.add(new Registration(points, handler));
    }

    /** Attaches everything and hands events to the host until it, the user or the traced process ends it. */
    void traceUntilEnd(SessionHost host) throws TargetException {
        started = true;
        if (!registrations.isEmpty() && !host.isEnding()) {
            session.enter(SessionState.ATTACHING);
            ProbePlan plan = plan();
            attach(plan);
            session.tracing(plan.events().size());
            loop(host);
            capture.disable();
            drain(host);
        }
        done = true;
    }

    private ProbePlan plan() throws TargetException {
        Planner planner = new Planner(catalog, SyscallTable.of(kernel.identity().architecture()));
        try {
            return planner.plan(registrations);
        } catch (ProbeException e) {
            throw new IllegalStateException("an event that was found before is no longer in the catalog", e);
        }
    }

    private void attach(ProbePlan plan) throws TargetException {
        boolean tracedOnly = session.endsWithWorkload();
        if (!request.workload().isEmpty()) {
            workload = target.launcher(kernel).start(request.workload(), workloadOutput.streams());
            workloadOutput.copy(workload);
            workloadExit = workload.onExit();
        }
        capture = Capture.attach(kernel, plan, tracedOnly ? CaptureOptions.tracedProcesses() : CaptureOptions.wholeSystem());
        if (request.pid().isPresent()) {
            capture.trace(request.pid().getAsInt());
        }
        if (workload != null) {
            capture.traceFromExec(workload.pid());
        }
        capture.enable();
        if (workload != null && !session.isStopRequested()) {
            workload.release();
            Thread sessionThread = Thread.currentThread();
            workloadExit.whenComplete((status, failure) -> LockSupport.unpark(sessionThread));
        }
    }

    private void loop(SessionHost host) throws TargetException {
        long wait = MIN_WAIT_NANOS;
        while (!host.isEnding() && !hasTracedProcessEnded()) {
            if (capture.drain(event -> handle(host, event), BATCH) > 0) {
                wait = MIN_WAIT_NANOS;
            } else {
                host.idle();
                LockSupport.parkNanos(wait);
                wait = Math.min(2 * wait, MAX_WAIT_NANOS);
            }
            host.publishTables();
        }
    }

    private void drain(SessionHost host) {
        while (capture.drain(event -> handle(host, event), BATCH) > 0) {
            host.publishTables();
        }
    }

    private static void handle(SessionHost host, CapturedEvent event) {
        for (int handler : event.descriptor().handlers()) {
            host.handle(handler, event);
        }
    }

    private boolean hasTracedProcessEnded() throws TargetException {
        if (workloadExit != null) {
            return workloadExit.isDone();
        }
        if (request.pid().isEmpty() || System.nanoTime() - nextProcessCheck < 0) {
            return false;
        }
        nextProcessCheck = System.nanoTime() + PROCESS_CHECK_NANOS;
        return !capture.isTraced(request.pid().getAsInt());
    }

    /** The exit status of the workload; empty if there is none or it still runs. */
    OptionalInt workloadStatus() {
        return workloadExit == null || !workloadExit.isDone() ? OptionalInt.empty() : OptionalInt.of(workloadExit.join());
    }

    /** What became of the events; final once tracing is done. */
    LossReport losses() throws TargetException {
        if (capture == null) {
            return LossReport.empty();
        }
        List<ProbeLoss> probes = capture.counts().entrySet().stream()
                .filter(entry -> entry.getValue().fired() > 0)
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry -> new ProbeLoss(entry.getKey().name().toString(), entry.getValue().fired(),
                        entry.getValue().delivered(), entry.getValue().lost()))
                .toList();
        return new LossReport(probes, capture.skipped(), capture.untracked());
    }

    /** Asks the command that was started to end, if it still runs, and detaches everything. */
    @Override
    public void close() {
        done = true;
        if (workload != null && !workloadExit.isDone()) {
            workload.terminate();
        }
        workloadOutput.awaitEnd();
        if (capture != null) {
            capture.close();
        }
        if (workload != null) {
            workload.close();
        }
        if (kernel != null) {
            kernel.close();
        }
    }
}
