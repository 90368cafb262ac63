package ktap.runtime.kernel.jna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.jna.Memory;

import ktap.runtime.bpf.MapSpec;
import ktap.runtime.bpf.MapType;
import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.kernel.Attachment;
import ktap.runtime.kernel.Btf;
import ktap.runtime.kernel.EventRing;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.KernelIdentity;
import ktap.runtime.kernel.KernelMap;
import ktap.runtime.kernel.KernelProgram;
import ktap.runtime.kernel.TraceFs;
import ktap.runtime.report.FeatureMissingException;
import ktap.runtime.report.TargetException;

/** The kernel of the machine that this process runs on. */
public final class JnaKernel implements Kernel {
    private static final Path BTF = Path.of("/sys/kernel/btf/vmlinux");
    /** MS_NOSUID, MS_NODEV and MS_NOEXEC of mount(2). */
    private static final long MOUNT_FLAGS = 2 | 4 | 8;

    private final KernelIdentity identity;
    private final SystemCalls calls;
    private final ProgramLoader loader;
    private final PerfEvents perfEvents;
    private final int anyCpu;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private final Object filesLock = new Object();
    private TraceFs traceFs;
    private Btf btf;

    private JnaKernel(KernelIdentity identity) throws TargetException {
        this.identity = identity;
        this.calls = new SystemCalls(identity.architecture());
        this.loader = new ProgramLoader(calls);
        this.perfEvents = new PerfEvents(calls);
        this.anyCpu = LocalMachine.onlineCpus().first();
    }

    /**
     * Opens this machine's kernel; takes nothing from it yet.
     *
     * @throws TargetException if this is no machine that ktap can trace on
     */
    public static JnaKernel open() throws TargetException {
        return new JnaKernel(LocalMachine.identity());
    }

    @Override
    public KernelIdentity identity() {
        return identity;
    }

    @Override
    public TraceFs traceFs() throws TargetException {
        synchronized (filesLock) {
            if (traceFs == null) {
                traceFs = new TraceFsMount(TraceFsMount.PLACES,
                        (type, directory) -> calls.mount(type, directory, MOUNT_FLAGS)).find();
            }
            return traceFs;
        }
    }

    @Override
    public Btf btf() throws TargetException {
        synchronized (filesLock) {
            if (btf == null) {
                btf = readBtf();
            }
            return btf;
        }
    }

    private static Btf readBtf() throws TargetException {
        try {
            return Btf.of(Files.readAllBytes(BTF));
        } catch (NoSuchFileException e) {
            throw new FeatureMissingException("This kernel has no type information: there is no " + BTF,
                    "ktap needs a kernel built with CONFIG_DEBUG_INFO_BTF=y, as distributions' are since Linux 5.8");
        } catch (IOException e) {
            throw new TargetException("ktap.target.failed", "Cannot read " + BTF + ": " + e.getMessage(), "", e);
        }
    }

    @Override
    public KernelMap create(MapSpec spec) throws TargetException {
        try (Attributes attributes = Attributes.forBpf()) {
            attributes.u32(0, spec.type().number()).u32(4, spec.keySize()).u32(8, spec.valueSize())
                    .u32(12, spec.entries()).name(28, spec.name());
            int result = calls.bpf(BpfCommand.MAP_CREATE, attributes.memory());
            if (result == -Errno.EINVAL && spec.type() == MapType.RING_BUFFER && !identity.isAtLeast(5, 8)) {
                throw new FeatureMissingException("This kernel (" + identity.release() + ") has no BPF ring buffers",
                        "ktap needs Linux 5.8 or later");
            }
            if (result < 0) {
                throw Failures.of("create the map " + spec.name(), -result);
            }
            return new JnaMap(calls, spec, own(result), identity.possibleCpus());
        }
    }

    @Override
    public KernelProgram load(ProgramSpec spec, Map<String, KernelMap> maps) throws TargetException {
        return new JnaProgram(calls, spec, own(loader.load(spec, maps)));
    }

    @Override
    public Attachment attachRawTracepoint(KernelProgram program, String tracepoint) throws TargetException {
        try (Memory name = SystemCalls.cString(tracepoint); Attributes attributes = Attributes.forBpf()) {
            attributes.address(0, name).u32(8, descriptor(program).number());
            int result = calls.bpf(BpfCommand.RAW_TRACEPOINT_OPEN, attributes.memory());
            if (result == -Errno.ENOENT) {
                throw new FeatureMissingException("This kernel has no tracepoint " + tracepoint,
                        "The kernel may be built without it, or the module that has it is not loaded");
            }
            if (result < 0) {
                throw Failures.of("attach to the tracepoint " + tracepoint, -result);
            }
            return new JnaAttachment(List.of(own(result)));
        }
    }

    @Override
    public Attachment attachTracepoint(KernelProgram program, int id) throws TargetException {
        return new JnaAttachment(List.of(own(perfEvents.attachTracepoint(descriptor(program).number(), id, anyCpu))));
    }

    @Override
    public Attachment attachSampler(KernelProgram program, long periodNanos) throws TargetException {
        List<Descriptor> events = new ArrayList<>();
        JnaAttachment attachment = new JnaAttachment(events);
        boolean done = false;
        try {
            for (int cpu : onlineCpus()) {
                events.add(own(perfEvents.attachClock(descriptor(program).number(), periodNanos, cpu)));
            }
            done = true;
            return attachment;
        } finally {
            if (!done) {
                attachment.close();
            }
        }
    }

    @Override
    public SortedSet<Integer> onlineCpus() throws TargetException {
        return LocalMachine.onlineCpus();
    }

    @Override
    public EventRing openRing(KernelMap ring) throws TargetException {
        if (!(ring instanceof JnaMap map) || ring.spec().type() != MapType.RING_BUFFER) {
            throw new IllegalArgumentException("The map " + ring.spec().name() + " is no ring buffer of this kernel");
        }
        return new MappedRing(calls, open, map.descriptor().number(), ring.spec().entries());
    }

    @Override
    public void settle() throws TargetException {
        int result = calls.barrier();
        if (result < 0) {
            throw new FeatureMissingException("This kernel cannot wait for running programs (membarrier(2))",
                    "ktap needs a kernel built with CONFIG_MEMBARRIER=y and started without nohz_full");
        }
    }

    @Override
    public boolean hasProcess(int pid) {
        return Files.isDirectory(Path.of("/proc", Integer.toString(pid)));
    }

    @Override
    public int openHandles() {
        return open.size();
    }

    @Override
    public void close() {
        for (AutoCloseable handle : List.copyOf(open)) {
            switch (handle) {
                case Descriptor descriptor -> descriptor.close();
                case MappedRing ring -> ring.close();
                default -> throw new IllegalStateException("Unknown handle " + handle);
            }
        }
    }

    private Descriptor own(int descriptor) {
        return new Descriptor(calls, open, descriptor);
    }

    private static Descriptor descriptor(KernelProgram program) {
        if (program instanceof JnaProgram own) {
            return own.descriptor();
        }
        throw new IllegalArgumentException("Program " + program.spec().name() + " is not of this kernel");
    }
}
