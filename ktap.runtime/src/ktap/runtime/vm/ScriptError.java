package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;

/**
 * A script did something that has no meaning, or went beyond its {@link Budget}. It ends the handler, or the main
 * chunk, that runs. Thrown without a position; the interpreter adds the script's call stack. It has no Java stack
 * trace, because the fault is the script's.
 */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;
    private final transient List<Frame> trace;

    /**
     * A call that was active.
     *
     * @param function the function's name: {@code main chunk}, a declared name, or {@code anonymous}
     * @param source the script's name
     * @param line the line that was being executed, from 1; 0 if not known
     */
    public record Frame(String function, String source, int line) {

        /** {@code FUNCTION (FILE:LINE)}. */
        @Override
        public String toString() {
            return function + " (" + SourceRange.ofLine(source, line) + ")";
        }
    }

    /**
     * @param code a stable name of the kind of problem, {@code ktap.script.*}
     * @param message one sentence without the position, naming the cause
     * @param hint what to do about it; empty if the message says all
     */
    public ScriptError(String code, String message, String hint) {
        this(code, message, hint, List.of(), null);
    }

    public ScriptError(String code, String message) {
        this(code, message, "");
    }

    private ScriptError(String code, String message, String hint, List<Frame> trace, Throwable cause) {
        super(Objects.requireNonNull(message), cause, true, false);
        this.code = Objects.requireNonNull(code);
        this.hint = Objects.requireNonNull(hint);
        this.trace = List.copyOf(trace);
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }

    /** The calls that were active, innermost first; empty if the error was not thrown by the interpreter. */
    public List<Frame> trace() {
        return trace;
    }

    /** The same error with these calls around those it already has. */
    ScriptError within(List<Frame> outer) {
        List<Frame> all = new ArrayList<>(trace);
        all.addAll(outer);
        return new ScriptError(code, getMessage(), hint, all, getCause());
    }

    /** The error at the line where it happened; the calls around it are in the hint. */
    public Diagnostic toDiagnostic() {
        Frame innermost = trace.isEmpty() ? new Frame("", "(unknown source)", 0) : trace.getFirst();
        String calls = trace.size() < 2 ? "" : trace.stream().map(Frame::toString)
                .collect(Collectors.joining(", called from ", "in ", ""));
        String both = hint.isEmpty() || calls.isEmpty() ? hint + calls : hint + "; " + calls;
        return Diagnostic.error(code, SourceRange.ofLine(innermost.source(), innermost.line()), getMessage(), both);
    }
}
