package ktap.runtime.session;

import ktap.runtime.report.TargetException;

/** Carries a {@link TargetException} through the interpreter, from a built-in that the session serves to the session. */
final class TargetFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TargetException reason;

    TargetFailure(TargetException reason) {
        super(reason);
        this.reason = reason;
    }

    TargetException reason() {
        return reason;
    }
}
