package ktap.runtime.vm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Counts the tables, and their elements, that can be reached from values. */
final class Census {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> toVisit = new ArrayDeque<>();
    private long count;

    void reach(Object value) {
        boolean leadsOn = value instanceof KtapTable || value instanceof Closure || value instanceof Cell
                || value instanceof ScriptIterator || value instanceof KtapKey
                || value instanceof Distribution;
        if (leadsOn && seen.add(value)) {
            toVisit.add(value);
        }
    }

    long count() {
        while (!toVisit.isEmpty()) {
            switch (toVisit.remove()) {
                case KtapTable table -> {
                    count += 1 + table.size();
                    table.forEach((key, value) -> {
                        reach(key);
                        reach(value);
                    });
                }
                case Closure closure -> {
                    for (Cell cell : closure.upvalues) {
                        reach(cell);
                    }
                }
                case Cell cell -> reach(cell.value);
                case ScriptIterator iterator -> iterator.reach(this);
                case Distribution distribution -> distribution.reach(this);
                case KtapKey key -> key.parts().forEach(this::reach);
                case Object other -> throw new IllegalStateException("not to be visited: " + other);
            }
        }
        return count;
    }
}
