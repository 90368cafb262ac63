package ktap.dsl.generator;

/** A function of a script is too large for the bytecode. */
public final class LimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    LimitExceededException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the script at which the limit was met, from 1. */
    public int line() {
        return line;
    }
}
