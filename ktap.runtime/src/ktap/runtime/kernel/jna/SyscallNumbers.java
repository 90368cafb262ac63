package ktap.runtime.kernel.jna;

import ktap.runtime.kernel.Architecture;

/** The numbers of the system calls that the port makes (asm/unistd.h of each architecture). */
record SyscallNumbers(int read, int write, int close, int mmap, int munmap, int ioctl, int pipe2, int mount, int getuid,
        int membarrier, int bpf, int perfEventOpen) {

    private static final SyscallNumbers X86_64 =
            new SyscallNumbers(0, 1, 3, 9, 11, 16, 293, 165, 102, 324, 321, 298);
    /** The table that newer architectures share. */
    private static final SyscallNumbers GENERIC =
            new SyscallNumbers(63, 64, 57, 222, 215, 29, 59, 40, 174, 283, 280, 241);

    static SyscallNumbers of(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> X86_64;
            case AARCH64, RISCV64 -> GENERIC;
        };
    }
}
