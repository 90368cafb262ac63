package ktap.runtime.target;

import ktap.runtime.report.TargetException;

/** The process to be traced does not exist, or does not exist any more. */
public final class NoSuchProcessException extends TargetException {
    private static final long serialVersionUID = 1L;

    public NoSuchProcessException(int pid) {
        super("ktap.target.noSuchProcess", "There is no process " + pid, "List the processes with `ps -e`");
    }
}
