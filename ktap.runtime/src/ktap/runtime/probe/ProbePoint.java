package ktap.runtime.probe;

import java.util.Objects;

/** What one definition of a probe asks for, before it is looked up in a target. */
public sealed interface ProbePoint {

    /** The definition as the script wrote it, for messages. */
    String definition();

    /**
     * Tracepoints by the names of subsystem and event.
     *
     * @param subsystem the pattern of the subsystem
     * @param event the pattern of the event
     */
    record Tracepoint(String definition, Glob subsystem, Glob event) implements ProbePoint {
        public Tracepoint {
            Objects.requireNonNull(definition);
            Objects.requireNonNull(subsystem);
            Objects.requireNonNull(event);
        }
    }

    /** Tracepoints by one bare name: all events of the subsystem of that name, and events of that name. */
    record NamedTracepoint(String definition, Glob name) implements ProbePoint {
        public NamedTracepoint {
            Objects.requireNonNull(definition);
            Objects.requireNonNull(name);
        }
    }
}
