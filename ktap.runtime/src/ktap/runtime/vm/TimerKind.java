package ktap.runtime.vm;

/** How often a timer's handler runs in each period. */
public enum TimerKind {
    /** Once, on any CPU. */
    TICK,
    /** Once on every CPU, interrupting whatever runs there, so that a share of its time is sampled. */
    PROFILE
}
