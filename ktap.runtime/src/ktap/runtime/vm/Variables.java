package ktap.runtime.vm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Prototype;

/** Collects the tables that named variables hold, each once. */
final class Variables {
    private static final Cell[] NONE = {};

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<NamedTable> tables = new ArrayList<>();

    void add(String name, Object value) {
        Object content = value instanceof Cell cell ? cell.value : value;
        if (!name.isEmpty() && content instanceof KtapTable table && seen.add(table)) {
            tables.add(new NamedTable(name, table));
        }
    }

    /** Adds the variables that are visible at an instruction; the registers start at the bottom of {@code values}. */
    void addLocals(Prototype prototype, int index, Object[] values) {
        for (LocalVariable local : prototype.locals()) {
            if (local.start() <= index && index < local.end()) {
                add(local.name(), values[local.register()]);
            }
        }
    }

    /** Adds what a function shares with those around it, and what the functions among that share. */
    void addUpvalues(Closure function) {
        Deque<Closure> toVisit = new ArrayDeque<>(List.of(function));
        while (!toVisit.isEmpty()) {
            Closure closure = toVisit.remove();
            Cell[] upvalues = seen.add(closure) ? closure.upvalues : NONE;
            for (int i = 0; i < upvalues.length; i++) {
                add(closure.prototype().upvalues().get(i).name(), upvalues[i]);
                if (upvalues[i].value instanceof Closure inner) {
                    toVisit.add(inner);
                }
            }
        }
    }

    List<NamedTable> tables() {
        return List.copyOf(tables);
    }
}
