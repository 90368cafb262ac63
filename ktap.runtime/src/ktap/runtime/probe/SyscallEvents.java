package ktap.runtime.probe;

/** The names of the kernel's events for system calls. */
final class SyscallEvents {
    static final String ENTER = "sys_enter_";
    static final String EXIT = "sys_exit_";

    private SyscallEvents() {
    }

    /** {@code sys_read} for {@code sys_enter_read} and {@code sys_exit_read}: what the kernel's trace file shows. */
    static String shown(String event) {
        return "sys_" + entryPoint(event);
    }

    /** {@code read} for {@code sys_enter_read} and {@code sys_exit_read}. */
    static String entryPoint(String event) {
        return event.substring(event.startsWith(ENTER) ? ENTER.length() : EXIT.length());
    }
}
