package ktap.runtime.vm;

import java.util.Comparator;
import java.util.List;

/** The iterator over elements that have been put in order: those that the table had at that moment. */
final class SortedPairs extends ScriptIterator {
    private static final Comparator<Element> LARGEST_FIRST = (a, b) -> compareValues(b.value, a.value);

    private final List<Element> elements;
    private int next;

    /** An element: integers are Longs. */
    record Element(Object key, Object value) {
    }

    SortedPairs(List<Element> elements) {
        this.elements = List.copyOf(elements);
    }

    /** The elements with the largest values first; others keep their order. */
    static List<Element> largestFirst(List<Element> elements) {
        return elements.stream().sorted(LARGEST_FIRST).toList();
    }

    /** Numbers, aggregations by their count, before strings, before everything else. */
    private static int compareValues(Object a, Object b) {
        int order = Integer.compare(rank(a), rank(b));
        if (order != 0) {
            return order;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        return Long.compare(weight(a), weight(b));
    }

    private static int rank(Object value) {
        return switch (value) {
            case Long ignored -> 2;
            case Aggregation ignored -> 2;
            case Distribution ignored -> 2;
            case String ignored -> 1;
            default -> 0;
        };
    }

    private static long weight(Object value) {
        return switch (value) {
            case Long number -> number;
            case Aggregation aggregation -> aggregation.count();
            case Distribution distribution -> distribution.count();
            default -> 0;
        };
    }

    @Override
    boolean next(long[] numbers, Object[] values, int at) {
        if (next == elements.size()) {
            return false;
        }
        Element element = elements.get(next++);
        values[at] = Values.tag(element.key);
        numbers[at] = Values.number(element.key);
        values[at + 1] = Values.tag(element.value);
        numbers[at + 1] = Values.number(element.value);
        return true;
    }

    @Override
    void reach(Census census) {
        elements.forEach(element -> {
            census.reach(element.key);
            census.reach(element.value);
        });
    }
}
