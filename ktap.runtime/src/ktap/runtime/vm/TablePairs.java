package ktap.runtime.vm;

/**
 * The iterator that {@code pairs(t)} gives: each element that the table has at that moment, in order, unless it has
 * been removed before its turn. Elements that are added on the way are not visited, so every walk ends.
 */
final class TablePairs extends ScriptIterator {
    private final KtapTable table;
    private final Object[] keys;
    private final long[] keyNumbers;
    private final int end;
    private int next;

    TablePairs(KtapTable table) {
        this.table = table;
        this.keys = table.keys;
        this.keyNumbers = table.keyNumbers;
        this.end = table.used;
    }

    @Override
    void reach(Census census) {
        census.reach(table);
    }

    @Override
    boolean next(long[] numbers, Object[] values, int at) {
        while (next < end) {
            int place = next++;
            Object key = keys[place];
            int slot = key == KtapTable.REMOVED ? -1 : keys == table.keys ? place : table.find(key, keyNumbers[place]);
            if (slot >= 0) {
                values[at] = key;
                numbers[at] = keyNumbers[place];
                values[at + 1] = table.values[slot];
                numbers[at + 1] = table.numbers[slot];
                return true;
            }
        }
        return false;
    }
}
