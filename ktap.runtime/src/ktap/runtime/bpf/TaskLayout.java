package ktap.runtime.bpf;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the kernel at hand keeps what ktap's programs read of a thread; offsets in bytes.
 *
 * @param tgid of the process id, in struct task_struct
 * @param signal of the pointer to the process's shared part, in struct task_struct
 * @param live of the number of threads that have not begun to exit, in struct signal_struct
 * @param compat how to tell a system call of the kernel's other, 32-bit interface; empty if there is none
 * @param typedCurrent whether programs may read the current thread directly (Linux 5.11)
 */
public record TaskLayout(int tgid, int signal, int live, Optional<CompatFlag> compat, boolean typedCurrent) {

    public TaskLayout {
        Objects.requireNonNull(compat);
    }

    /**
     * A 32-bit word in struct task_struct of which one bit is set during a 32-bit system call.
     *
     * @param offset in bytes
     * @param mask the bit; fits 31 bits
     */
    public record CompatFlag(int offset, int mask) {
    }
}
