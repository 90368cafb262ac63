package ktap.runtime.kernel;

import java.util.List;
import java.util.Optional;

import ktap.runtime.bpf.SyscallRegisters;

/** The processor families that ktap knows how to trace; all are 64-bit and little-endian. */
public enum Architecture {
    /** Number in orig_ax; arguments in di, si, dx, r10, r8, r9 (arch/x86/include/asm/ptrace.h). */
    X86_64("x86_64", new SyscallRegisters(120, List.of(112, 104, 96, 56, 72, 64))),
    /** Number in syscallno; arguments in orig_x0, x1 to x5 (arch/arm64/include/asm/ptrace.h). */
    AARCH64("aarch64", new SyscallRegisters(280, List.of(272, 8, 16, 24, 32, 40))),
    /** Number in a7; arguments in orig_a0, a1 to a5 (arch/riscv/include/asm/ptrace.h). */
    RISCV64("riscv64", new SyscallRegisters(136, List.of(280, 88, 96, 104, 112, 120)));

    private final String machine;
    private final SyscallRegisters syscallRegisters;

    Architecture(String machine, SyscallRegisters syscallRegisters) {
        this.machine = machine;
        this.syscallRegisters = syscallRegisters;
    }

    /** Where system calls keep their number and arguments. */
    public SyscallRegisters syscallRegisters() {
        return syscallRegisters;
    }

    /** The name that {@code uname -m} gives it. */
    public String machine() {
        return machine;
    }

    /** The family of that machine name; {@code amd64}, as Java says, is taken too. */
    public static Optional<Architecture> ofMachine(String name) {
        String machine = name.equals("amd64") ? "x86_64" : name;
        for (Architecture architecture : values()) {
            if (architecture.machine.equals(machine)) {
                return Optional.of(architecture);
            }
        }
        return Optional.empty();
    }
}
