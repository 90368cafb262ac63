package ktap.runtime.session;

import ktap.runtime.report.Diagnostic;

/** Is told how a session goes. Called on the session's thread: an implementation must return soon and must not throw. */
public interface SessionListener {

    /** The session has entered a state. */
    default void stateChanged(TraceSession session, SessionState state) {
    }

    /** The session {@linkplain TraceOptions#planOnly() only plans}, and this is the plan; it ends now. */
    default void planned(TracePlan plan) {
    }

    /**
     * Something went wrong that did not end the session: a handler's run-time error, a probe that could not be attached.
     * Repeated ones are told once, with their number at the end of the session in the {@link SessionResult}.
     */
    default void problem(Diagnostic diagnostic) {
    }
}
