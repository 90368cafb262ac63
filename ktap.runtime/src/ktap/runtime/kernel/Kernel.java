package ktap.runtime.kernel;

import java.util.Map;
import java.util.SortedSet;

import ktap.runtime.bpf.MapSpec;
import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.report.TargetException;

/**
 * A kernel to trace. What it hands out stays in the kernel until it is closed, and all of it ends with this object, or
 * with the process that holds it, however that ends. All methods may be called from any thread.
 */
public interface Kernel extends AutoCloseable {

    /** What the kernel is; read once. */
    KernelIdentity identity();

    /**
     * The files that describe the kernel's events.
     *
     * @throws TargetException if they cannot be reached, with the command that makes them reachable
     */
    TraceFs traceFs() throws TargetException;

    /**
     * The layout of the kernel's own structures.
     *
     * @throws TargetException if the kernel does not tell it (CONFIG_DEBUG_INFO_BTF)
     */
    Btf btf() throws TargetException;

    /** Makes a map. */
    KernelMap create(MapSpec spec) throws TargetException;

    /**
     * Loads a program.
     *
     * @param maps by the names that the program uses; all must be of this kernel
     * @throws ktap.runtime.bpf.VerifierRejected if the kernel's verifier refuses it
     */
    KernelProgram load(ProgramSpec spec, Map<String, KernelMap> maps) throws TargetException;

    /** Lets a program run on a tracepoint from now on, whether or not an event is declared for it. */
    Attachment attachRawTracepoint(KernelProgram program, String tracepoint) throws TargetException;

    /** Lets a program run on the records of a classic tracepoint from now on; {@code id} is in its format file. */
    Attachment attachTracepoint(KernelProgram program, int id) throws TargetException;

    /**
     * Lets a program run on every CPU that is online now, each time when the CPU's clock has run for that time.
     *
     * @param periodNanos at least 10 microseconds, the shortest that the kernel takes
     */
    Attachment attachSampler(KernelProgram program, long periodNanos) throws TargetException;

    /** The numbers of the CPUs that are online now. */
    SortedSet<Integer> onlineCpus() throws TargetException;

    /** Opens a ring buffer for reading; one reader at a time. */
    EventRing openRing(KernelMap ring) throws TargetException;

    /**
     * Returns when every program that was running when this was called has ended, so that what it wrote is there.
     */
    void settle() throws TargetException;

    /** Whether there is a process of this id at this moment. */
    boolean hasProcess(int pid);

    /** The number of things handed out that are not closed yet. */
    int openHandles();

    /** Closes all that is open. Closing twice does nothing. */
    @Override
    void close();
}
