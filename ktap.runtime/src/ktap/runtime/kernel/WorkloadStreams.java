package ktap.runtime.kernel;

/** Where the standard streams of a workload go. */
public enum WorkloadStreams {
    /** They are those of this process, as of a command started in a terminal. */
    INHERITED,
    /** It has nothing to read, and what it writes to either stream is read from {@link Workload#output()}. */
    PIPED
}
