package ktap.runtime.probe.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.Workload;
import ktap.runtime.kernel.WorkloadStreams;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.kernel.jna.ShellWorkloadLauncher;
import ktap.runtime.probe.Capture;
import ktap.runtime.probe.CaptureOptions;
import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.EventConsumer;
import ktap.runtime.probe.Loss;
import ktap.runtime.probe.Planner;
import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.ProbePlan;
import ktap.runtime.probe.ProbeSpecParser;
import ktap.runtime.probe.Registration;
import ktap.runtime.probe.SyscallTable;
import ktap.runtime.report.TargetException;

/** A command that was traced to its end: what was captured of it. */
record Traced(int pid, int status, Map<String, Loss> counts, List<String> texts, List<Integer> pids, long skipped) {
    private static final int PATIENCE_SECONDS = 120;
    private static final int BATCH = 1000;

    static ProbePlan plan(Kernel kernel, String definitions) throws TargetException, ProbeException {
        return new Planner(Catalog.read(kernel.traceFs()), SyscallTable.of(kernel.identity().architecture()))
                .plan(List.of(new Registration(ProbeSpecParser.parse(definitions), 0)), List.of());
    }

    /** Traces a command with room for everything, and keeps the events' names, process ids and texts. */
    static Traced run(String definitions, String... command) throws Exception {
        List<String> texts = new ArrayList<>();
        List<Integer> pids = new ArrayList<>();
        return run(definitions, CaptureOptions.DEFAULT_RING_BYTES, event -> {
            texts.add(event.text());
            pids.add(event.pid());
        }, texts, pids, command);
    }

    /** Traces a command through a small ring that overflows. */
    static Traced overload(String definitions, int ringBytes, String... command) throws Exception {
        return run(definitions, ringBytes, event -> {
        }, List.of(), List.of(), command);
    }

    /** Traces a command with room for everything. */
    static Traced run(String definitions, EventConsumer consumer, String... command) throws Exception {
        return run(definitions, CaptureOptions.DEFAULT_RING_BYTES, consumer, List.of(), List.of(), command);
    }

    private static Traced run(String definitions, int ringBytes, EventConsumer consumer, List<String> texts,
            List<Integer> pids, String... command) throws Exception {
        try (Kernel kernel = JnaKernel.open()) {
            Traced traced = run(kernel, plan(kernel, definitions),
                    new CaptureOptions(ringBytes, true, OptionalInt.empty()), consumer, command);
            return new Traced(traced.pid, traced.status, traced.counts, texts, pids, traced.skipped);
        }
    }

    /** Traces a command; the texts and ids are left to the consumer. */
    static Traced run(Kernel kernel, ProbePlan plan, CaptureOptions options, EventConsumer consumer, String... command)
            throws Exception {
        try (Workload workload = new ShellWorkloadLauncher(kernel).start(List.of(command), WorkloadStreams.INHERITED);
                Capture capture = Capture.attach(kernel, plan, options)) {
            capture.traceFromExec(workload.pid());
            capture.enable();
            workload.release();
            while (!workload.onExit().isDone()) {
                if (capture.drain(consumer, BATCH) == 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            }
            int status = workload.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            capture.disable();
            while (capture.drain(consumer, BATCH) > 0) {
                Thread.onSpinWait();
            }
            Map<String, Loss> counts = capture.counts().entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name().event(), Map.Entry::getValue));
            return new Traced(workload.pid(), status, counts, List.of(), List.of(), capture.skipped());
        }
    }

    Loss count(String event) {
        return counts.get(event);
    }
}
