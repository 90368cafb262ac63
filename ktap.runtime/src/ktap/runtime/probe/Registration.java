package ktap.runtime.probe;

import java.util.List;

/**
 * A handler for the events of some probe points. It is called once for an event, even if several of its points match.
 *
 * @param handler a number that means something to whoever made the registration
 */
public record Registration(List<ProbePoint> points, int handler) {
    public Registration {
        points = List.copyOf(points);
    }
}
