package ktap.runtime.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ktap.runtime.report.TableSnapshot;
import ktap.runtime.vm.NamedTable;

/**
 * Hands snapshots of the script's tables from the session's thread to others. It makes them only while somebody reads
 * them, and makes no new one of a table that has not changed.
 */
final class TablePublisher {
    private static final long INTERVAL_NANOS = 250_000_000;
    /** How long after the last reading snapshots are still made. */
    private static final long ATTENTION_NANOS = 2_000_000_000;

    private final Map<String, TableSnapshot> made = new HashMap<>();
    private long published = System.nanoTime() - INTERVAL_NANOS;

    private volatile List<TableSnapshot> latest = List.of();
    private volatile long asked = System.nanoTime() - ATTENTION_NANOS;

    /** The newest snapshots; from any thread. */
    List<TableSnapshot> latest() {
        asked = System.nanoTime();
        return latest;
    }

    /** Whether it is time for new snapshots; on the session's thread. */
    boolean isDue() {
        long now = System.nanoTime();
        return now - published >= INTERVAL_NANOS && now - asked < ATTENTION_NANOS;
    }

    /** Makes and hands over snapshots; on the session's thread. */
    void publish(List<NamedTable> tables) {
        published = System.nanoTime();
        latest = tables.stream().map(this::snapshot).toList();
    }

    private TableSnapshot snapshot(NamedTable table) {
        TableSnapshot before = made.get(table.name());
        if (before != null && before.version() == table.table().version()) {
            return before;
        }
        TableSnapshot snapshot = table.table().snapshot(table.name());
        made.put(table.name(), snapshot);
        return snapshot;
    }
}
