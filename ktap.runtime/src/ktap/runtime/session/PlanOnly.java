package ktap.runtime.session;

/** Unwinds the main chunk of a session that only plans, from its first wait to the session. */
final class PlanOnly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlanOnly() {
        super("planned", null, false, false);
    }
}
