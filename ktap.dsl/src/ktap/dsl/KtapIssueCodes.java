package ktap.dsl;

/** The codes of all diagnostics of the language. They are stable; {@code docs/errors.md} explains each. */
public final class KtapIssueCodes {
    /** The text is not a script. */
    public static final String SYNTAX = "ktap.syntax";
    /** A name that is read, but neither declared, assigned nor built in. */
    public static final String UNKNOWN_NAME = "ktap.unknownName";
    /** A built-in is called with too few or too many arguments. */
    public static final String ARGUMENT_COUNT = "ktap.argumentCount";
    /** Part of the language that cannot be compiled yet. */
    public static final String UNSUPPORTED = "ktap.unsupported";
    /** A number that is none, or does not fit into 64 bits. */
    public static final String NUMBER = "ktap.number";
    /** A number whose fraction is cut off. */
    public static final String FRACTION = "ktap.fraction";
    /** A number with a leading zero, which is decimal here and octal elsewhere. */
    public static final String LEADING_ZERO = "ktap.leadingZero";
    /** A string with a wrong escape sequence. */
    public static final String ESCAPE = "ktap.escape";
    /** A statement that computes a value and does nothing with it. */
    public static final String NO_STATEMENT = "ktap.noStatement";
    /** Something else than a variable or an element stands left of an assignment. */
    public static final String NOT_ASSIGNABLE = "ktap.notAssignable";
    /** {@code break} or {@code continue} outside a loop. */
    public static final String NO_LOOP = "ktap.noLoop";
    /** A {@code continue} that would leave a variable unset which the condition of the loop reads. */
    public static final String CONTINUE_SKIPS_LOCAL = "ktap.continueSkipsLocal";
    /** The event definition of a {@code trace} statement has not got the form {@code subsystem:event}. */
    public static final String EVENT_DEFINITION = "ktap.eventDefinition";
    /** A function is too large for the bytecode. */
    public static final String LIMIT = "ktap.limit";

    private KtapIssueCodes() {
    }
}
