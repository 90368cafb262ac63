package ktap.runtime.probe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import ktap.runtime.bpf.CaptureMaps;
import ktap.runtime.bpf.MapSpec;
import ktap.runtime.bpf.ProcessTracker;
import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.bpf.RecordCapture;
import ktap.runtime.bpf.SampleCapture;
import ktap.runtime.bpf.SyscallCapture;
import ktap.runtime.bpf.TaskLayout;
import ktap.runtime.kernel.Attachment;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.KernelMap;
import ktap.runtime.kernel.KernelProgram;
import ktap.runtime.kernel.TaskLayouts;
import ktap.runtime.report.TargetException;

/** What a capture has in the kernel: its maps, programs and attachments. Built by one thread, closed by any. */
final class CaptureKernel implements AutoCloseable {
    private final Kernel kernel;
    private final boolean tracedOnly;
    private final Map<String, KernelMap> maps = new HashMap<>();
    private final List<KernelProgram> programs = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    CaptureKernel(Kernel kernel, boolean tracedOnly) {
        this.kernel = kernel;
        this.tracedOnly = tracedOnly;
    }

    Kernel kernel() {
        return kernel;
    }

    KernelMap map(String name) {
        return maps.get(name);
    }

    List<KernelProgram> programs() {
        return List.copyOf(programs);
    }

    void createMaps(ProbePlan plan, int ringBytes) throws TargetException {
        create(CaptureMaps.control());
        create(CaptureMaps.events(ringBytes));
        create(CaptureMaps.counters(plan.events().size()));
        create(CaptureMaps.scratch());
        create(CaptureMaps.syscalls(CaptureMaps.SYSCALL_ENTER));
        create(CaptureMaps.syscalls(CaptureMaps.SYSCALL_EXIT));
        if (tracedOnly) {
            create(CaptureMaps.traced());
            create(CaptureMaps.pending());
        }
        select(CaptureMaps.SYSCALL_ENTER, plan.syscallEnters());
        select(CaptureMaps.SYSCALL_EXIT, plan.syscallExits());
    }

    private void create(MapSpec spec) throws TargetException {
        maps.put(spec.name(), kernel.create(spec));
    }

    private void select(String map, SortedMap<Integer, Integer> events) throws TargetException {
        List<KernelMap.Entry> entries = new ArrayList<>();
        events.forEach((number, event) -> entries.add(new KernelMap.Entry(word(number), word(event + 1))));
        maps.get(map).updateAll(entries);
    }

    /** A 32-bit word as a key or value. */
    ByteBuffer word(int value) {
        return ByteBuffer.allocate(Integer.BYTES).order(kernel.identity().byteOrder()).putInt(0, value);
    }

    /**
     * Programs run on a tracepoint in the order in which they were attached. A process must be traced before the events
     * of its exec and untraced after those of its exit, so the capture programs come between the tracker's.
     */
    void attach(ProbePlan plan) throws TargetException {
        boolean syscalls = !plan.syscallEnters().isEmpty() || !plan.syscallExits().isEmpty();
        TaskLayout layout = syscalls || tracedOnly ? TaskLayouts.of(kernel) : null;
        if (tracedOnly) {
            ProcessTracker tracker = new ProcessTracker(layout);
            attachRaw(tracker.fork(), ProcessTracker.FORK_TRACEPOINT);
            attachRaw(tracker.exec(), ProcessTracker.EXEC_TRACEPOINT);
        }
        if (syscalls) {
            attachSyscalls(plan, layout);
        }
        for (int id : plan.tracepoints()) {
            EventFormat format = plan.events().get(id).format().format();
            KernelProgram program = load(new RecordCapture(id, format.recordLayout(), tracedOnly).program());
            attachments.add(kernel.attachTracepoint(program, format.id()));
        }
        for (ProbePlan.Sampler sampler : plan.samplers()) {
            KernelProgram program = load(new SampleCapture(sampler.event(), tracedOnly).program());
            attachments.add(kernel.attachSampler(program, sampler.periodNanos()));
        }
        if (tracedOnly) {
            attachRaw(new ProcessTracker(layout).exit(), ProcessTracker.EXIT_TRACEPOINT);
        }
    }

    private void attachSyscalls(ProbePlan plan, TaskLayout layout) throws TargetException {
        SyscallCapture capture =
                new SyscallCapture(kernel.identity().architecture().syscallRegisters(), layout, tracedOnly);
        if (!plan.syscallEnters().isEmpty()) {
            attachRaw(capture.enter(), SyscallCapture.ENTER_TRACEPOINT);
        }
        if (!plan.syscallExits().isEmpty()) {
            attachRaw(capture.exit(), SyscallCapture.EXIT_TRACEPOINT);
        }
    }

    private void attachRaw(ProgramSpec spec, String tracepoint) throws TargetException {
        attachments.add(kernel.attachRawTracepoint(load(spec), tracepoint));
    }

    private KernelProgram load(ProgramSpec spec) throws TargetException {
        KernelProgram program = kernel.load(spec, maps);
        programs.add(program);
        return program;
    }

    @Override
    public void close() {
        Detaching.closeAll(attachments);
        programs.forEach(KernelProgram::close);
        maps.values().forEach(KernelMap::close);
    }
}
