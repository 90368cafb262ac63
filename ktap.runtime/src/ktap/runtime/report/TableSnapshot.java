package ktap.runtime.report;

import java.util.List;

/**
 * The contents of a script's table at one moment: an immutable value that any thread may keep.
 *
 * @param name the variable that holds the table in the script
 * @param version grows with every snapshot of the same table whose contents differ from the one before
 * @param rows all rows, in the table's own order
 */
public record TableSnapshot(String name, long version, List<Row> rows) {
    public TableSnapshot {
        rows = List.copyOf(rows);
    }

    /**
     * One element.
     *
     * @param key the key as a user reads it: text for strings (decoded as UTF-8), digits for integers
     * @param value a Long, or the value's text if it is no integer
     */
    public record Row(String key, Object value) {
    }
}
