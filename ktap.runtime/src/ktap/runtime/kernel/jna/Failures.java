package ktap.runtime.kernel.jna;

import ktap.runtime.report.FeatureMissingException;
import ktap.runtime.report.TargetException;

/** Makes of the kernel's error numbers what a user can act on. */
final class Failures {
    private Failures() {
    }

    /**
     * @param action what was tried, as the object of "Cannot", for example {@code create the map events}
     * @param error the positive error number
     */
    static TargetException of(String action, int error) {
        return switch (error) {
            case Errno.EPERM, Errno.EACCES -> PermissionAdvice.refused(action);
            case Errno.ENOSYS -> new FeatureMissingException("Cannot " + action + ": the kernel does not know the call",
                    "ktap needs a kernel built with CONFIG_BPF_SYSCALL=y and CONFIG_PERF_EVENTS=y");
            case Errno.EMFILE -> new TargetException("ktap.target.tooManyFiles",
                    "Cannot " + action + ": this process has too many open files",
                    "Raise the limit with `ulimit -n`, or probe fewer events");
            default -> new TargetException("ktap.target.failed",
                    "Cannot " + action + ": the kernel answers with error " + error + name(error), "");
        };
    }

    private static String name(int error) {
        return switch (error) {
            case Errno.ENOENT -> " (ENOENT)";
            case Errno.E2BIG -> " (E2BIG)";
            case Errno.EEXIST -> " (EEXIST)";
            case Errno.EINVAL -> " (EINVAL)";
            case Errno.ENOSPC -> " (ENOSPC)";
            case Errno.EOPNOTSUPP -> " (EOPNOTSUPP)";
            case Errno.ENOTSUPP -> " (ENOTSUPP)";
            default -> "";
        };
    }
}
