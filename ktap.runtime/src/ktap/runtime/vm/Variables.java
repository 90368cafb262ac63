package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Prototype;

/** Collects the tables that named variables hold, each once. */
final class Variables {
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

    void addUpvalues(Closure closure) {
        if (!seen.add(closure)) {
            return;
        }
        for (int i = 0; i < closure.upvalues.length; i++) {
            add(closure.prototype().upvalues().get(i).name(), closure.upvalues[i]);
            if (closure.upvalues[i].value instanceof Closure inner) {
                addUpvalues(inner);
            }
        }
    }

    List<NamedTable> tables() {
        return List.copyOf(tables);
    }
}
