package ktap.runtime.kernel;

import ktap.runtime.report.TargetException;

/** The kernel's tracing file system, read-only: the description of its events. */
public interface TraceFs {

    /** Where it is mounted on the target. */
    String root();

    /**
     * The text of a file.
     *
     * @param path below the root, for example {@code events/sched/sched_switch/format}
     * @throws TargetException if there is no such file or it may not be read
     */
    String read(String path) throws TargetException;
}
