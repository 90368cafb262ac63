package ktap.runtime.report;

import java.util.Objects;

/**
 * Something to say about a script, from whatever part of ktap: parser, checks, planner or kernel.
 *
 * @param code a stable name of the kind of problem, for example {@code ktap.syntax}; {@code docs/errors.md} explains
 *            each
 * @param range where in the script
 * @param message one sentence without the position, naming the cause
 * @param hint what to do about it; empty if the message says all
 */
public record Diagnostic(String code, Severity severity, SourceRange range, String message, String hint) {

    /** How bad it is: a script with an {@link #ERROR} is not run. */
    public enum Severity {
        ERROR, WARNING, INFO
    }

    public Diagnostic {
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(range);
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
    }

    public static Diagnostic error(String code, SourceRange range, String message, String hint) {
        return new Diagnostic(code, Severity.ERROR, range, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
