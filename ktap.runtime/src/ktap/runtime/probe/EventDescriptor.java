package ktap.runtime.probe;

import java.util.List;
import java.util.Objects;

/**
 * An event of a plan.
 *
 * @param id its number in the plan, from 0; what records of the event carry
 * @param format gives the layout of its records, read from the target when it is first asked for
 * @param handlers the registrations' handlers that want it, in the order of registration
 */
public record EventDescriptor(int id, EventName name, FormatSource format, List<Integer> handlers) {

    public EventDescriptor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(format);
        handlers = List.copyOf(handlers);
    }

    /** Whether it is the beginning of a system call. */
    public boolean isSyscallEnter() {
        return isSyscall() && name.event().startsWith(SyscallEvents.ENTER);
    }

    /** Whether it is the end of a system call. */
    public boolean isSyscallExit() {
        return isSyscall() && name.event().startsWith(SyscallEvents.EXIT);
    }

    /** Whether it is a sample of a CPU's clock. */
    public boolean isSample() {
        return name.subsystem().equals(EventName.SAMPLES);
    }

    private boolean isSyscall() {
        return name.subsystem().equals(EventName.SYSCALLS);
    }
}
