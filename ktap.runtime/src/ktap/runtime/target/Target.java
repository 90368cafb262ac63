package ktap.runtime.target;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.report.TargetException;

/** A machine whose kernel can be traced: an immutable description, until it is connected to. */
public interface Target {

    /** How users name it, for example {@code local}. */
    String name();

    /**
     * Reaches its kernel. The caller closes what it gets.
     *
     * @throws TargetException if it cannot be reached, saying what to do
     */
    Kernel connect() throws TargetException;

    /** Starts commands on the machine of this kernel, which came from {@link #connect()}. */
    WorkloadLauncher launcher(Kernel kernel);

    /** This machine. */
    static Target local() {
        return new LocalTarget();
    }
}
