package ktap.dsl.ui.testing;

import java.time.Duration;
import java.util.List;

import ktap.dsl.ui.traces.TraceSource;
import ktap.runtime.report.TableSnapshot;

/** A trace whose tables a test sets. */
public final class FixedTrace implements TraceSource {
    private final String label;
    private volatile List<TableSnapshot> tables = List.of();
    private volatile boolean running = true;

    public FixedTrace(String label) {
        this.label = label;
    }

    public void setTables(TableSnapshot... snapshots) {
        tables = List.of(snapshots);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public List<TableSnapshot> tables() {
        return tables;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean awaitEnd(Duration time) {
        return !running;
    }
}
