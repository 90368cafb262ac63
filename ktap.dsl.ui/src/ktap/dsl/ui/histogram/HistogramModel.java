package ktap.dsl.ui.histogram;

import java.util.ArrayList;
import java.util.List;

import ktap.runtime.report.Histogram;
import ktap.runtime.report.TableSnapshot;

/**
 * What the Histogram view shows of one table: an immutable value, made without a display.
 *
 * @param name the table's name
 * @param histogram the rows with an integer value, highest count first
 * @param leftOut how many rows have a value that is no integer, and so are not in the histogram
 */
public record HistogramModel(String name, Histogram histogram, int leftOut) {

    /** The model of a snapshot. Sorts it: for large tables to be called off the user interface's thread. */
    public static HistogramModel of(TableSnapshot snapshot) {
        List<Histogram.Row> rows = new ArrayList<>(snapshot.rows().size());
        for (TableSnapshot.Row row : snapshot.rows()) {
            if (row.value() instanceof Long count) {
                rows.add(new Histogram.Row(row.key(), count));
            }
        }
        return new HistogramModel(snapshot.name(), Histogram.of(rows), snapshot.rows().size() - rows.size());
    }

    /** How many rows there are. */
    public int size() {
        return histogram.rows().size();
    }

    /** The row at a place, from 0. */
    public Histogram.Row row(int index) {
        return histogram.rows().get(index);
    }

    /** The part of the total that the row at a place has, from 0 to 1; 0 if either is not positive. */
    public double share(int index) {
        long count = row(index).count();
        return count <= 0 || histogram.total().signum() <= 0 ? 0 : count / histogram.total().doubleValue();
    }

    /** The length of the bar at a place against the longest one, from 0 to 1. */
    public double barLength(int index) {
        long highest = row(0).count();
        return row(index).count() <= 0 ? 0 : (double) row(index).count() / highest;
    }
}
