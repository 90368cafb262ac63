package ktap.runtime.bpf;

import java.util.List;

/**
 * Where an architecture keeps a system call's number and arguments in its saved registers (struct pt_regs).
 *
 * @param number the offset of the call's number, which is read as 4 bytes
 * @param arguments the offsets of the arguments, 8 bytes each
 */
public record SyscallRegisters(int number, List<Integer> arguments) {
    /** The highest number of arguments of a system call. */
    public static final int MOST_ARGUMENTS = 6;

    public SyscallRegisters {
        arguments = List.copyOf(arguments);
        if (arguments.size() != MOST_ARGUMENTS) {
            throw new IllegalArgumentException("System calls have up to six arguments");
        }
    }

    /** The lowest offset of an argument. */
    int first() {
        return arguments.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    /** The length from the lowest offset to the end of the argument with the highest. */
    int span() {
        return arguments.stream().mapToInt(Integer::intValue).max().orElseThrow() + Long.BYTES - first();
    }
}
