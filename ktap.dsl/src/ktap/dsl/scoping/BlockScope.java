package ktap.dsl.scoping;

import java.util.HashMap;
import java.util.Map;

import ktap.dsl.ktap.Variable;

/** The variables declared so far in one block, and the blocks around it. */
final class BlockScope {
    /** A variable that was found, and whether it belongs to an outer function. */
    record Found(Variable variable, boolean ofOuterFunction) {
    }

    private final BlockScope parent;
    private final int function;
    private final Map<String, Variable> variables = new HashMap<>();

    private BlockScope(BlockScope parent, int function) {
        this.parent = parent;
        this.function = function;
    }

    static BlockScope ofScript() {
        return new BlockScope(null, 0);
    }

    BlockScope block() {
        return new BlockScope(this, function);
    }

    BlockScope function() {
        return new BlockScope(this, function + 1);
    }

    void declare(Variable variable) {
        variables.put(variable.getName(), variable);
    }

    /** The innermost variable of this name, or null. */
    Found find(String name) {
        for (BlockScope scope = this; scope != null; scope = scope.parent) {
            Variable variable = scope.variables.get(name);
            if (variable != null) {
                return new Found(variable, scope.function != function);
            }
        }
        return null;
    }
}
