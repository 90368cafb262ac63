package ktap.dsl.ui.traces;

import java.time.Duration;
import java.util.List;

import ktap.runtime.report.TableSnapshot;

/** A trace as its viewers see it: running, or ended with its last tables. All methods may be called on any thread. */
public interface TraceSource {

    /** What a user knows it by, for example the script's name and when it was started. */
    String label();

    /** Whether its tables may still change. */
    boolean isRunning();

    /** The newest snapshot of each of the script's tables. */
    List<TableSnapshot> tables();

    /** Asks it to end; returns at once. */
    void stop();

    /**
     * Waits until it has ended and nothing of it is attached any more.
     *
     * @return whether it has, within the time
     */
    boolean awaitEnd(Duration time) throws InterruptedException;
}
