package ktap.runtime.kernel;

import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.report.TargetException;

/** A program that the kernel has verified and compiled. */
public interface KernelProgram extends AutoCloseable {

    ProgramSpec spec();

    /** What the kernel says about it now. */
    ProgramInfo info() throws TargetException;

    /** Gives the program back; it lives on while it is attached. */
    @Override
    void close();
}
