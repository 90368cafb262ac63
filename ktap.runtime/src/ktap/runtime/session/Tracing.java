package ktap.runtime.session;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import ktap.runtime.kernel.Kernel;
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
import ktap.runtime.vm.Closure;

/**
 * The tracing of one session, from the first registration to the last descriptor. The target is connected to when the
 * script first names an event, so a script without probes needs no privileges. Used on the session's thread only.
 */
final class Tracing implements AutoCloseable {
    private static final int BATCH = 4096;
    private static final long MIN_WAIT_NANOS = 500_000;
    /** Bounds how late an event is handled when little happens; the ring holds far more than comes in that time. */
    private static final long MAX_WAIT_NANOS = 5_000_000;

    private final TraceSession session;
    private final Target target;
    private final TraceRequest request;
    private final WorkloadOutput workloadOutput;
    private final Registrations registrations = new Registrations();
    private final TickSchedule ticks = registrations.ticks();
    private Kernel kernel;
    private Catalog catalog;
    private TracedProcess process;
    private Capture capture;
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

    /** Whether there is anything to do when the main chunk has ended without waiting. */
    boolean isWanted() {
        return !registrations.isEmpty() || request.options().planOnly();
    }

    Registrations registrations() {
        return registrations;
    }

    /** When the tick whose handler runs was due. */
    long tickTime() {
        return ticks.now();
    }

    /** Looks up what a definition means on the target and keeps it for {@link #traceUntilEnd}. */
    void register(String definition, Closure handler) throws ProbeException, TargetException {
        List<ProbePoint> points = ProbeSpecParser.parse(definition);
        readCatalog();
        for (ProbePoint point : points) {
            catalog.find(point);
        }
        registrations.add(definition, new Registration(points, registrations.next()), handler);
    }

    private void connect() throws TargetException {
        if (kernel == null) {
            kernel = target.connect();
        }
    }

    private void readCatalog() throws TargetException {
        connect();
        if (catalog == null) {
            catalog = Catalog.read(kernel.traceFs());
        }
    }

    /** Attaches everything and hands events to the host until it, the user or the traced process ends it. */
    void traceUntilEnd(SessionHost host) throws TargetException {
        started = true;
        if (request.options().planOnly()) {
            session.planned(registrations.describe(plan()));
            throw new PlanOnly();
        }
        if (!registrations.isEmpty() && !host.isEnding()) {
            session.enter(SessionState.ATTACHING);
            attach();
            loop(host);
            if (capture != null) {
                capture.disable();
                drain(host);
            }
        }
        done = true;
    }

    private ProbePlan plan() throws TargetException {
        if (!registrations.needCapture()) {
            return ProbePlan.nothing();
        }
        readCatalog();
        Planner planner = new Planner(catalog, SyscallTable.of(kernel.identity().architecture()));
        try {
            return planner.plan(registrations.probes(), registrations.samplings());
        } catch (ProbeException e) {
            throw new IllegalStateException("an event that was found before is no longer in the catalog", e);
        }
    }

    private void attach() throws TargetException {
        ProbePlan plan = plan();
        connect();
        if (request.options().cpu().isPresent()) {
            checkOnline(request.options().cpu().getAsInt());
        }
        process = new TracedProcess(kernel, request.pid());
        if (!request.workload().isEmpty()) {
            process.start(target.launcher(kernel), request.workload(), workloadOutput);
        }
        if (plan.isEmpty()) {
            process.check();
        } else {
            CaptureOptions options = session.endsWithWorkload() ? CaptureOptions.tracedProcesses()
                    : CaptureOptions.wholeSystem();
            capture = Capture.attach(kernel, plan, options.onCpu(request.options().cpu()));
            process.restrict(capture);
            capture.enable();
        }
        if (!session.isStopRequested()) {
            process.release();
        }
        ticks.start(System.nanoTime());
        session.tracing(plan.events().size());
    }

    private void checkOnline(int cpu) throws TargetException {
        SortedSet<Integer> online = kernel.onlineCpus();
        if (!online.contains(cpu)) {
            throw new TargetException("ktap.target.noSuchCpu", "CPU " + cpu + " is not online",
                    "Online are " + online.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private void loop(SessionHost host) throws TargetException {
        long wait = MIN_WAIT_NANOS;
        while (!host.isEnding() && !process.hasEnded(capture)) {
            long time = System.nanoTime();
            int handled = capture == null ? 0 : capture.drain(event -> handle(host, event), BATCH);
            if (handled < BATCH) {
                // Events that come now are later than this time.
                ticks.runUntil(time, host::tick);
            }
            if (handled > 0) {
                wait = MIN_WAIT_NANOS;
            } else {
                host.idle();
                LockSupport.parkNanos(ticks.untilNext(System.nanoTime(), wait));
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

    private void handle(SessionHost host, CapturedEvent event) {
        if (!ticks.isEmpty()) {
            ticks.runUntil(event.time(), host::tick);
        }
        for (int handler : event.descriptor().handlers()) {
            host.handle(handler, event);
        }
    }

    /** The exit status of the workload; empty if there is none or it still runs. */
    OptionalInt workloadStatus() {
        return process == null ? OptionalInt.empty() : process.status();
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
        if (process != null) {
            process.terminate();
        }
        if (capture != null) {
            capture.close();
        }
        if (process != null) {
            process.close();
        }
        workloadOutput.awaitEnd();
        if (kernel != null) {
            kernel.close();
        }
    }
}
