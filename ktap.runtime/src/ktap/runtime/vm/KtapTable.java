package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import ktap.runtime.bytecode.ByteString;
import ktap.runtime.report.TableSnapshot;

/**
 * A table of a script: elements in the order in which their keys were added, found by hashing. Integers, as keys and as
 * values, are kept without boxes. Belongs to one thread.
 *
 * <p>The arrays of elements only grow at their end; when they are full or hold many gaps, new arrays take their
 * place. So whoever walks over the old ones ({@link TablePairs}) still finds there the keys of that moment.
 */
public final class KtapTable {
    private static final int SMALLEST = 8;
    private static final int LARGEST = 1 << 29;
    /** In the place of a key that was removed. */
    static final Object REMOVED = new Object();
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** The elements, in pairs of Object and long as {@link Values} tells. */
    Object[] keys;
    long[] keyNumbers;
    Object[] values;
    long[] numbers;
    /** How many places of the arrays are in use, gaps included. */
    int used;

    private final EntryMeter meter;
    private int[] index;
    private int live;
    /** The first places hold the keys {@code listStart} (0 or 1) and on: there a key tells its place. */
    private int listLength;
    private int listStart;
    private long version;

    KtapTable(EntryMeter meter) {
        this.meter = meter;
        meter.take();
        allocate(SMALLEST);
    }

    /** A table that counts against no budget. */
    public KtapTable() {
        this(EntryMeter.unlimited());
    }

    /** How many elements there are. */
    public int size() {
        return live;
    }

    /** Grows with every change of the contents; never goes back. */
    public long version() {
        return version;
    }

    /** The element with this key (a Long, byte string, Boolean or other value); null if there is none. */
    public Object get(Object key) {
        int slot = find(Values.tag(key), Values.number(key));
        return slot < 0 ? null : Values.box(values[slot], numbers[slot]);
    }

    /**
     * Sets the element with this key; nil (null) removes it.
     *
     * @throws ScriptError if the key is nil or the budget is used up
     */
    public void put(Object key, Object value) {
        put(Values.tag(key), Values.number(key), Values.tag(value), Values.number(value));
    }

    /**
     * Adds to the element with this key, which counts as 0 if it is missing; 64-bit with wrap-around.
     *
     * @throws ScriptError if the key is nil, the element is no number or the budget is used up
     */
    public void add(Object key, long amount) {
        add(Values.tag(key), Values.number(key), amount);
    }

    /** Removes all elements. */
    public void clear() {
        meter.give(live);
        allocate(SMALLEST);
        version++;
    }

    /** Hands all elements, in their order, integers as Longs. */
    public void forEach(BiConsumer<Object, Object> consumer) {
        for (int slot = 0; slot < used; slot++) {
            if (keys[slot] != REMOVED) {
                consumer.accept(Values.box(keys[slot], keyNumbers[slot]), Values.box(values[slot], numbers[slot]));
            }
        }
    }

    /** The contents now, as a value for other threads: keys and values as text, except integer values. */
    public TableSnapshot snapshot(String name) {
        List<TableSnapshot.Row> rows = new ArrayList<>(live);
        forEach((key, value) -> rows.add(new TableSnapshot.Row(ByteString.toText(Values.text(key)),
                value instanceof Long ? value : ByteString.toText(Values.text(value)))));
        return new TableSnapshot(name, version, rows);
    }

    /** Where the element is; negative if there is none. */
    int find(Object key, long keyNumber) {
        return key == Values.INT ? findInteger(keyNumber) : key == null ? -1 : findObject(key);
    }

    int findInteger(long key) {
        long place = key - listStart;
        if (place >= 0 && place < listLength) {
            return (int) place;
        }
        return findHashed(key);
    }

    private int findHashed(long key) {
        int mask = index.length - 1;
        for (int probe = hash(key) & mask;; probe = probe + 1 & mask) {
            int slot = index[probe] - 1;
            if (slot < 0 || keyNumbers[slot] == key && keys[slot] == Values.INT) {
                return slot;
            }
        }
    }

    int findObject(Object key) {
        int mask = index.length - 1;
        for (int probe = hash(key) & mask;; probe = probe + 1 & mask) {
            int slot = index[probe] - 1;
            if (slot < 0 || keys[slot] == key || equal(key, keys[slot])) {
                return slot;
            }
        }
    }

    private static boolean equal(Object key, Object other) {
        return key instanceof String bytes ? bytes.equals(other) : key.equals(other);
    }

    void put(Object key, long keyNumber, Object value, long number) {
        int slot = find(key, keyNumber);
        if (value == null) {
            requireKey(key);
            remove(slot);
            return;
        }
        if (slot < 0) {
            slot = insert(key, keyNumber);
        }
        if (values[slot] != value) {
            values[slot] = value;
        }
        numbers[slot] = number;
        version++;
    }

    void add(Object key, long keyNumber, long amount) {
        int slot = find(key, keyNumber);
        if (slot < 0) {
            slot = insert(key, keyNumber);
            values[slot] = Values.INT;
            numbers[slot] = amount;
        } else if (values[slot] == Values.INT) {
            numbers[slot] += amount;
        } else {
            throw new ScriptError("ktap.script.type",
                    "cannot add to the element: it is " + Values.describeType(values[slot]) + ", not a number");
        }
        version++;
    }

    /** Adds to the aggregation that the element with this key is, or is to be. */
    void aggregate(Object key, long keyNumber, long amount) {
        int slot = find(key, keyNumber);
        if (slot < 0) {
            slot = insert(key, keyNumber);
            values[slot] = new Aggregation();
        }
        if (!(values[slot] instanceof Aggregation aggregation)) {
            throw new ScriptError("ktap.script.type",
                    "cannot aggregate in the element: it is " + Values.describeType(values[slot]));
        }
        aggregation.add(amount);
        version++;
    }

    private void remove(int slot) {
        if (slot < 0) {
            return;
        }
        keys[slot] = REMOVED;
        listLength = Math.min(listLength, slot);
        values[slot] = null;
        live--;
        meter.give(1);
        version++;
        if (used > 8 * SMALLEST && live < used / 4) {
            rebuild();
        }
    }

    private int insert(Object key, long keyNumber) {
        requireKey(key);
        meter.take();
        if (used == keys.length) {
            rebuild();
        }
        keys[used] = key;
        keyNumbers[used] = keyNumber;
        enter(used);
        live++;
        return used++;
    }

    private static void requireKey(Object key) {
        if (key == null) {
            throw new ScriptError("ktap.script.nilKey", "nil cannot be the key of an element");
        }
    }

    /** New arrays without gaps and with room for as many elements again. */
    private void rebuild() {
        Object[] oldKeys = keys;
        long[] oldKeyNumbers = keyNumbers;
        Object[] oldValues = values;
        long[] oldNumbers = numbers;
        int oldUsed = used;
        int elements = live;
        if (elements >= LARGEST / 2) {
            throw new ScriptError("ktap.script.budget", "a table has more than " + LARGEST / 2 + " elements");
        }
        allocate(Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, elements)) * 2));
        for (int slot = 0; slot < oldUsed; slot++) {
            if (oldKeys[slot] != REMOVED) {
                keys[used] = oldKeys[slot];
                keyNumbers[used] = oldKeyNumbers[slot];
                values[used] = oldValues[slot];
                numbers[used] = oldNumbers[slot];
                enter(used++);
            }
        }
        live = elements;
    }

    private void allocate(int capacity) {
        keys = new Object[capacity];
        keyNumbers = new long[capacity];
        values = new Object[capacity];
        numbers = new long[capacity];
        index = new int[capacity * 2];
        used = 0;
        live = 0;
        listLength = 0;
    }

    private void enter(int slot) {
        extendList(slot);
        int mask = index.length - 1;
        int probe = (keys[slot] == Values.INT ? hash(keyNumbers[slot]) : hash(keys[slot])) & mask;
        while (index[probe] != 0) {
            probe = probe + 1 & mask;
        }
        index[probe] = slot + 1;
    }

    private void extendList(int slot) {
        if (slot != listLength || keys[slot] != Values.INT) {
            return;
        }
        long key = keyNumbers[slot];
        if (slot == 0) {
            listStart = key == 0 ? 0 : 1;
        }
        if (key == slot + (long) listStart) {
            listLength++;
        }
    }

    private static int hash(long key) {
        return (int) (key * GOLDEN >>> 32);
    }

    private static int hash(Object key) {
        // Most keys are strings: a call whose target is known is faster.
        int hash = key instanceof String bytes ? bytes.hashCode() : key.hashCode();
        return (int) (hash * GOLDEN >>> 32);
    }

    @Override
    public String toString() {
        return "table of " + live + " elements";
    }
}
