package ktap.dsl.ui.launch;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.Workload;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.report.TargetException;
import ktap.runtime.target.Target;

/**
 * A target that remembers the command that a trace has started there. A session leaves a running command alone when it
 * is stopped, since a terminal's Ctrl-C reaches the command as well; the workbench's Terminate must end it itself, or
 * it would go on unseen.
 */
final class WorkloadEnder implements Target {
    private final Target target;
    private volatile Workload workload;

    WorkloadEnder(Target target) {
        this.target = target;
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public Kernel connect() throws TargetException {
        return target.connect();
    }

    @Override
    public WorkloadLauncher launcher(Kernel kernel) {
        WorkloadLauncher launcher = target.launcher(kernel);
        return command -> {
            workload = launcher.start(command);
            return workload;
        };
    }

    /** Ends the command, if one was started and still runs. */
    void end() {
        Workload started = workload;
        if (started != null && !started.onExit().isDone()) {
            started.terminate();
        }
    }
}
