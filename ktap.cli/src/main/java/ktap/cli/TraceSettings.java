package ktap.cli;

import java.util.OptionalInt;

import ktap.runtime.session.TraceOptions;
import picocli.CommandLine.Option;

/** The options that say what is traced and how it is shown. */
final class TraceSettings {
    @Option(names = { "-p", "--pid" }, paramLabel = "PID",
            description = "Trace only this process, with its children, until it ends.")
    private Integer pid;

    @Option(names = { "-C", "--cpu" }, paramLabel = "CPU", description = "Trace only what happens on this CPU.")
    private Integer cpu;

    @Option(names = { "-T", "--timestamps" },
            description = "Put the event's time in front of each line that a handler writes.")
    private boolean timeStamps;

    @Option(names = { "-d", "--dry-run" },
            description = "Show what would be attached, and attach nothing; with -v every event.")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text, or json: all output and messages as JSON objects, one a line.")
    private OutputFormat format;

    @Option(names = { "-q", "--quiet" }, description = "Do not say when tracing has started.")
    private boolean quiet;

    @Option(names = { "-v", "--verbose" },
            description = "Say what is attached, and what became of each probe's events.")
    private boolean verbose;

    OptionalInt pid() {
        return pid == null ? OptionalInt.empty() : OptionalInt.of(pid);
    }

    TraceOptions options() {
        return new TraceOptions(cpu == null ? OptionalInt.empty() : OptionalInt.of(cpu), timeStamps, dryRun);
    }

    OutputFormat format() {
        return format;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }
}
