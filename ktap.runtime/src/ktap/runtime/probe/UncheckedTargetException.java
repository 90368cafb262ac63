package ktap.runtime.probe;

import ktap.runtime.report.TargetException;

/** A {@link TargetException} where an interface has no room for one: while a handler reads an event. */
public final class UncheckedTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UncheckedTargetException(TargetException cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public synchronized TargetException getCause() {
        return (TargetException) super.getCause();
    }
}
