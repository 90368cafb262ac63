package ktap.runtime.session;

import java.util.List;
import java.util.OptionalInt;

import ktap.runtime.bytecode.Chunk;

/**
 * What to run and what to trace: an immutable value.
 *
 * @param chunk the compiled script; it is verified before it runs
 * @param arguments the script's arguments, {@code arg[1]} and on
 * @param workload a command to start once the probes are attached, and to trace alone, with its children; the session ends
 *            when it ends. Empty: no command
 * @param pid trace only this process, with its children; the session ends when it ends
 * @param options how to trace and what to show
 */
public record TraceRequest(Chunk chunk, List<String> arguments, List<String> workload, OptionalInt pid,
        TraceOptions options) {
    public TraceRequest {
        arguments = List.copyOf(arguments);
        workload = List.copyOf(workload);
    }

    /** A request with {@linkplain TraceOptions#defaults() the usual options}. */
    public TraceRequest(Chunk chunk, List<String> arguments, List<String> workload, OptionalInt pid) {
        this(chunk, arguments, workload, pid, TraceOptions.defaults());
    }

    /** A request to trace the whole system until stopped. */
    public static TraceRequest of(Chunk chunk) {
        return new TraceRequest(chunk, List.of(), List.of(), OptionalInt.empty());
    }
}
