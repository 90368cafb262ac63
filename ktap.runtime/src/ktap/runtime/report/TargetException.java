package ktap.runtime.report;

import java.util.Objects;

/**
 * The target cannot do what was asked, for a reason that a user can act on. The message is one sentence that names the
 * cause; the {@linkplain #hint() hint} says what to do. There is one subclass for each thing that callers treat apart.
 */
public class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;

    /**
     * @param code a stable name of the kind of problem; {@code docs/errors.md} explains each
     * @param hint what to do about it; empty if the message says all
     */
    public TargetException(String code, String message, String hint, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.code = Objects.requireNonNull(code);
        this.hint = Objects.requireNonNull(hint);
    }

    public TargetException(String code, String message, String hint) {
        this(code, message, hint, null);
    }

    public final String code() {
        return code;
    }

    public final String hint() {
        return hint;
    }
}
