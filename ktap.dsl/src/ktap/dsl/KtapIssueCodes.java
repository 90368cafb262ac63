package ktap.dsl;

/** The codes of all diagnostics of the language. They are stable; {@code docs/errors.md} explains each. */
public final class KtapIssueCodes {
    /** The text is not a script. */
    public static final String SYNTAX = "ktap.syntax";
    /** A name that is read, but neither declared, assigned nor built in. */
    public static final String UNKNOWN_NAME = "ktap.unknownName";
    /** A built-in is called with too few or too many arguments. */
    public static final String ARGUMENT_COUNT = "ktap.argumentCount";
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
    /** A {@code goto} without a label, or into the scope of a variable; a label that is there twice. */
    public static final String LABEL = "ktap.label";
    /** {@code ...} in a function that does not take it. */
    public static final String VARARGS = "ktap.varargs";
    /** {@code +=} and its like with several targets or values. */
    public static final String SEVERAL_TARGETS = "ktap.severalTargets";
    /** A key of too many parts. */
    public static final String KEY_PARTS = "ktap.keyParts";
    /** The interval of a timer is none. */
    public static final String TIMER_INTERVAL = "ktap.timerInterval";
    /** A {@code printf} whose literal format is wrong, or does not fit its arguments. */
    public static final String FORMAT = "ktap.format";
    /** A variable that is declared and never read. */
    public static final String UNUSED_VARIABLE = "ktap.unusedVariable";
    /** A statement behind one that never goes on. */
    public static final String UNREACHABLE = "ktap.unreachable";
    /** An assignment to the variable of a loop, which does not change the loop. */
    public static final String LOOP_VARIABLE = "ktap.loopVariable";
    /** A comment that looks like a subtraction: {@code a--b}. */
    public static final String MINUS_COMMENT = "ktap.minusComment";
    /** A variable without a declaration, in a script of the dialect that has declarations. */
    public static final String UNDECLARED_GLOBAL = "ktap.undeclaredGlobal";
    /** A handler that is registered when tracing has ended. */
    public static final String NEVER_RUNS = "ktap.neverRuns";
    /** A table whose keys are both literal strings and literal numbers. */
    public static final String MIXED_KEYS = "ktap.mixedKeys";
    /** A field that the handler's event has not got. */
    public static final String UNKNOWN_FIELD = "ktap.unknownField";
    /** A function is too large for the bytecode. */
    public static final String LIMIT = "ktap.limit";

    private KtapIssueCodes() {
    }
}
