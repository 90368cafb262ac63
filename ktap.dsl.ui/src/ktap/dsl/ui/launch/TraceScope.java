package ktap.dsl.ui.launch;

/** What a launch traces. */
public enum TraceScope {
    /** Everything on the target, until terminated. */
    SYSTEM,
    /** A command that the launch starts, and its children. */
    COMMAND,
    /** A running process, and its children. */
    PROCESS
}
