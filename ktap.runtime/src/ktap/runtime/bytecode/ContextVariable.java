package ktap.runtime.bytecode;

import java.util.Arrays;
import java.util.Optional;

/**
 * A property of the event that is being handled, which a script names by a word of its own: {@code pid} and
 * {@code pid()} are the same. The order is part of the file format: new ones are appended.
 */
public enum ContextVariable {
    /** The process id (the thread group's) in the initial pid namespace. */
    PID("pid"),
    /** The thread id in the initial pid namespace. */
    TID("tid"),
    /** The real user id. */
    UID("uid"),
    /** The number of the CPU on which the event happened. */
    CPU("cpu"),
    /** The command name of the thread, at most 15 bytes. */
    EXECNAME("execname"),
    /** The event's name without its subsystem, for example {@code sys_enter_read}. */
    PROBENAME("probename"),
    /** The event as text, as the kernel's trace file shows it, without a line end. */
    ARGSTR("argstr");

    private final String word;

    ContextVariable(String word) {
        this.word = word;
    }

    /** The word of the script language. */
    public String word() {
        return word;
    }

    /** The variable with this word, if there is one. */
    public static Optional<ContextVariable> of(String word) {
        return Arrays.stream(values()).filter(variable -> variable.word.equals(word)).findFirst();
    }
}
