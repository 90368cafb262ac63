package ktap.runtime.target;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.kernel.jna.ShellWorkloadLauncher;
import ktap.runtime.report.TargetException;

/** The machine that ktap itself runs on. */
public record LocalTarget() implements Target {

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Kernel connect() throws TargetException {
        return JnaKernel.open();
    }

    @Override
    public WorkloadLauncher launcher(Kernel kernel) {
        return new ShellWorkloadLauncher(kernel);
    }
}
