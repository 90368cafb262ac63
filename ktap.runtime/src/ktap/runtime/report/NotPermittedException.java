package ktap.runtime.report;

/** The user who runs ktap may not do this on the target: a capability, a file's mode or a kernel setting forbids it. */
public final class NotPermittedException extends TargetException {
    private static final long serialVersionUID = 1L;

    public NotPermittedException(String message, String hint) {
        super("ktap.target.notPermitted", message, hint);
    }
}
