package ktap.runtime.probe;

import ktap.runtime.report.TargetException;

/** Gives the layout of an event's records. */
@FunctionalInterface
public interface FormatSource {

    /**
     * The layout, read once and then kept; may be called from any thread.
     *
     * @throws TargetException if the target does not give it
     */
    EventFormat format() throws TargetException;
}
