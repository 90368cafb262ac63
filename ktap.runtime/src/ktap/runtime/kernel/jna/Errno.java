package ktap.runtime.kernel.jna;

/** The error numbers that are told apart (errno(3), asm-generic/errno.h; the same on all architectures here). */
final class Errno {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int E2BIG = 7;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int EINVAL = 22;
    static final int EMFILE = 24;
    static final int ENOSPC = 28;
    static final int ENOSYS = 38;
    static final int EOPNOTSUPP = 95;
    static final int ENOTSUPP = 524;

    private Errno() {
    }
}
