package ktap.runtime.probe;

import java.util.Objects;

/** A probe definition that cannot be used: it is malformed, of an unknown kind, or matches no event. */
public final class ProbeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The definition is not well-formed. */
    public static final String SYNTAX = "ktap.probe.syntax";
    /** The definition is of a kind of probe that does not exist. */
    public static final String KIND = "ktap.probe.kind";
    /** The definition matches no event of the target. */
    public static final String UNKNOWN_EVENT = "ktap.probe.unknownEvent";

    private final String code;
    private final String hint;

    /**
     * @param code a stable name of the kind of problem; {@code docs/errors.md} explains each
     * @param hint what to do about it; empty if the message says all
     */
    public ProbeException(String code, String message, String hint) {
        super(Objects.requireNonNull(message));
        this.code = Objects.requireNonNull(code);
        this.hint = Objects.requireNonNull(hint);
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
