package ktap.runtime.vm;

/** Unwinds the entry that runs, for {@code exit()}. Never leaves the interpreter. */
final class ScriptExit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScriptExit() {
        super("exit()", null, false, false);
    }
}
