package ktap.runtime.vm;

/**
 * What a script may use up before it is ended with a {@link ScriptError}.
 *
 * @param mainSteps turns of loops plus calls in the main chunk; a built-in that works through a whole table counts more
 * @param handlerSteps the same for each call of a handler or end function
 * @param depth calls inside each other, 1 to {@value #MAX_DEPTH}
 * @param tableEntries tables, and elements in them, that are in use at the same time
 * @param stringBytes bytes of one string
 */
public record Budget(long mainSteps, long handlerSteps, int depth, long tableEntries, int stringBytes) {
    /** The largest depth that can be asked for. */
    public static final int MAX_DEPTH = 100_000;

    public Budget {
        if (mainSteps < 1 || handlerSteps < 1 || depth < 1 || depth > MAX_DEPTH || tableEntries < 0
                || stringBytes < 0) {
            throw new IllegalArgumentException("budget out of range: " + mainSteps + ", " + handlerSteps + ", "
                    + depth + ", " + tableEntries + ", " + stringBytes);
        }
    }

    /** Generous: what a sensible script does not reach, and a runaway one reaches within seconds. */
    public static Budget defaults() {
        return new Budget(100_000_000, 10_000_000, 1_000, 10_000_000, 1 << 20);
    }
}
