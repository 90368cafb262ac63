package ktap.runtime.vm;

/** One active call of a function of the script. */
final class Activation {
    Closure closure;
    FunctionCode code;
    /** Where its registers start in the stack. */
    int base;
    /** The next instruction; kept up to date only while it waits for a call to return. */
    int next;
    /** Where in the stack the caller wants the results. */
    int resultsAt;
    /** How many results the caller wants. */
    int results;
}
