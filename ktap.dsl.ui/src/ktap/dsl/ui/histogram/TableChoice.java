package ktap.dsl.ui.histogram;

import java.util.List;

import ktap.dsl.ui.traces.TraceSource;
import ktap.runtime.report.TableSnapshot;

/**
 * One table of one trace, as a user can choose it.
 *
 * @param snapshot the table's newest contents
 */
record TableChoice(TraceSource trace, TableSnapshot snapshot) {

    /** Every table of these traces, in the order of the traces. */
    static List<TableChoice> of(List<TraceSource> traces) {
        return traces.stream()
                .flatMap(trace -> trace.tables().stream().map(snapshot -> new TableChoice(trace, snapshot)))
                .toList();
    }

    String label() {
        return snapshot.name() + " \u2013 " + trace.label();
    }

    /** Whether this is the same table of the same trace, whatever its contents. */
    boolean isSameTable(TableChoice other) {
        return other != null && trace == other.trace && snapshot.name().equals(other.snapshot.name());
    }

    /** Whether there is something to draw: a row with an integer. */
    boolean hasCounts() {
        return snapshot.rows().stream().anyMatch(row -> row.value() instanceof Long);
    }
}
