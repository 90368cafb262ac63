package ktap.runtime.kernel;

import java.util.List;

import ktap.runtime.report.TargetException;

/** Starts commands so that they can be traced from their first instruction. */
public interface WorkloadLauncher {

    /**
     * Starts a command and holds it.
     *
     * @param command the name of a program, looked up in PATH unless it has a slash, and its arguments
     * @throws TargetException if there is no such program or it cannot be executed
     */
    Workload start(List<String> command, WorkloadStreams streams) throws TargetException;
}
