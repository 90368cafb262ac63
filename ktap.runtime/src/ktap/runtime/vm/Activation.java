package ktap.runtime.vm;

/** One active call of a function of the script. */
final class Activation {
    Closure closure;
    FunctionCode code;
    /** Where its registers start in the stack. */
    int base;
    /** The lowest place that belongs to it: below the registers may lie its extra arguments. */
    int start;
    /** Where in the stack its extra arguments are, if its function takes them. */
    int extraAt;
    /** How many extra arguments it has. */
    int extra;
    /** The end of its open list, from the instruction that makes the list to the one that takes it. */
    int top;
    /** The first place of the stack behind its registers and its open list. */
    int limit;
    /** The next instruction; kept up to date only while it waits for a call to return. */
    int next;
    /** Where in the stack the caller wants the results. */
    int resultsAt;
    /** How many results the caller wants; {@link CallStack#ALL} for an open list. */
    int results;
}
