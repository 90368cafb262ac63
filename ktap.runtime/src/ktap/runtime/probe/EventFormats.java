package ktap.runtime.probe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ktap.runtime.kernel.TraceFs;
import ktap.runtime.report.TargetException;

/** The formats of a target's events, each read once. Safe for use by several threads. */
final class EventFormats {
    private final TraceFs files;
    private final Map<EventName, EventFormat> known = new ConcurrentHashMap<>();

    EventFormats(TraceFs files) {
        this.files = files;
    }

    FormatSource of(EventName event) {
        return () -> get(event);
    }

    private EventFormat get(EventName event) throws TargetException {
        EventFormat format = known.get(event);
        if (format == null) {
            format = EventFormatParser.parse(
                    files.read("events/" + event.subsystem() + "/" + event.event() + "/format"));
            known.put(event, format);
        }
        return format;
    }
}
