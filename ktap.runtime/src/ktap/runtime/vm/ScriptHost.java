package ktap.runtime.vm;

/**
 * What a running script asks of the session that runs it. Called only on the thread that runs the interpreter. A method
 * that cannot do what the script asks throws a {@link ScriptError}, to which the interpreter adds the position.
 */
public interface ScriptHost {

    /** Appends to the script's output. */
    void write(String byteString);

    /**
     * Registers a handler for events ({@code kdebug.probe} and {@code trace}); it is attached when the main chunk first
     * waits or ends.
     *
     * @param eventDefinition as the script wrote it
     * @param handler is given the event as its only argument
     */
    void probe(String eventDefinition, Closure handler);

    /**
     * Registers a handler to be called again and again ({@code tick} and {@code profile}) from the time when tracing
     * starts, first after one period. It is given no event; in a handler of {@link TimerKind#PROFILE} the context
     * variables tell of what was interrupted.
     *
     * @param periodNanos at least 1
     */
    void timer(TimerKind kind, long periodNanos, Closure handler);

    /** Registers a function to be called when tracing has ended ({@code kdebug.trace_end}). */
    void atEnd(Closure function);

    /**
     * Attaches the probes and handles events until tracing ends ({@code kdebug.probe_end}): by Ctrl-C, {@code
     * exit()}, or the end of the traced process.
     */
    void traceUntilEnd();

    /** Asks that tracing end ({@code exit()}): the current handler ends at once. */
    void exit();
}
