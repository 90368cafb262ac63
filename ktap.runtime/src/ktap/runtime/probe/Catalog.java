package ktap.runtime.probe;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ktap.runtime.kernel.TraceFs;
import ktap.runtime.report.TargetException;

/** The events that a target has, in its own order. Immutable; safe for use by several threads. */
public final class Catalog {
    private static final String FILE = "available_events";

    private final List<EventName> events;
    private final SortedSet<String> subsystems = new TreeSet<>();
    private final EventFormats formats;

    private Catalog(List<EventName> events, EventFormats formats) {
        this.events = List.copyOf(events);
        this.formats = formats;
        events.forEach(event -> subsystems.add(event.subsystem()));
    }

    /** Reads a target's catalog: one file. The events' formats are read when they are asked for. */
    public static Catalog read(TraceFs files) throws TargetException {
        return of(files.read(FILE), new EventFormats(files));
    }

    /** @param availableEvents lines of {@code subsystem:event} */
    static Catalog of(String availableEvents, EventFormats formats) {
        List<EventName> events =
                availableEvents.lines().map(Catalog::eventName).flatMap(Stream::ofNullable).toList();
        return new Catalog(events, formats);
    }

    private static EventName eventName(String line) {
        int colon = line.indexOf(':');
        return colon <= 0 || colon == line.length() - 1 ? null
                : new EventName(line.substring(0, colon), line.substring(colon + 1));
    }

    public List<EventName> events() {
        return events;
    }

    /** The layout of an event's records, read once when it is first asked for. */
    public FormatSource format(EventName event) {
        return formats.of(event);
    }

    /**
     * The events that a probe point asks for, in the catalog's order.
     *
     * @return at least one
     * @throws ProbeException if there is none; names the nearest ones that there are
     */
    public List<EventName> find(ProbePoint point) throws ProbeException {
        return switch (point) {
            case ProbePoint.Tracepoint(var definition, var subsystem, var event) -> {
                List<EventName> found = matching(
                        name -> subsystem.matches(name.subsystem()) && event.matches(name.event()));
                if (found.isEmpty()) {
                    throw unknown(definition, subsystem, event);
                }
                yield found;
            }
            case ProbePoint.NamedTracepoint(var definition, var glob) -> {
                List<EventName> found = matching(
                        name -> glob.matches(name.subsystem()) || glob.matches(name.event()));
                if (found.isEmpty()) {
                    throw unknown(definition, glob);
                }
                yield found;
            }
        };
    }

    private List<EventName> matching(Predicate<EventName> wanted) {
        return events.stream().filter(wanted).toList();
    }

    private ProbeException unknown(String definition, Glob name) {
        List<String> names = Stream.concat(subsystems.stream(), events.stream().map(EventName::event)).toList();
        return unknown("There is no event and no subsystem '" + name + "'", definition,
                NearestNames.of(name.pattern(), names));
    }

    private ProbeException unknown(String definition, Glob subsystem, Glob event) {
        List<String> inSubsystem = events.stream().filter(name -> subsystem.matches(name.subsystem()))
                .map(EventName::event).toList();
        if (inSubsystem.isEmpty()) {
            return unknown("There is no subsystem '" + subsystem + "'", definition,
                    NearestNames.of(subsystem.pattern(), subsystems));
        }
        String where = subsystem.equals(Glob.ANY) ? "" : " in the subsystem '" + subsystem + "'";
        return unknown("There is no event '" + event + "'" + where, definition,
                NearestNames.of(event.pattern(), inSubsystem));
    }

    private static ProbeException unknown(String message, String definition, List<String> nearest) {
        return new ProbeException(ProbeException.UNKNOWN_EVENT, message + " (probe '" + definition + "')",
                nearest.isEmpty() ? "" : "Did you mean " + String.join(", ", nearest) + "?");
    }
}
