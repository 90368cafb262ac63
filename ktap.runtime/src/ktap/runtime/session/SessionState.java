package ktap.runtime.session;

/** The states of a {@link TraceSession}, in the order in which it goes through them; it may leave out some. */
public enum SessionState {
    /** Nothing has happened yet. */
    NEW,
    /** The main chunk runs; nothing is attached. */
    STARTING,
    /** Probes are being attached. */
    ATTACHING,
    /** Events are handled. */
    TRACING,
    /** No more events are taken; those taken are handled, then the script's end functions run. */
    STOPPING,
    /** The script is done; its probes are being detached. */
    DETACHING,
    /** Nothing is attached any more. */
    ENDED
}
