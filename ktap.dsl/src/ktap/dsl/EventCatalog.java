package ktap.dsl;

import java.util.Optional;
import java.util.Set;

/** What is known about the events of the machine that a script is written for. Implementations are thread-safe. */
@FunctionalInterface
public interface EventCatalog {
    /** Knows nothing, so that nothing is checked against it. */
    EventCatalog EMPTY = definition -> Optional.empty();

    /**
     * The fields that an event of this definition can have; nothing if that is not known. For a pattern, those of all
     * events that match.
     *
     * @param definition as a script writes it, for example {@code sched:sched_switch}
     */
    Optional<Set<String>> fields(String definition);
}
