package ktap.dsl.scoping;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.Variable;

/** The result of {@link ScopeAnalysis}: what the names of one script mean. */
public final class Scopes {
    private final Map<Expression, Binding> bindings = new IdentityHashMap<>();
    private final Map<FunctionExpression, Variable> receivers = new IdentityHashMap<>();
    private final Map<Variable, Boolean> captured = new IdentityHashMap<>();
    private final Set<String> globals = new LinkedHashSet<>();

    Scopes() {
    }

    void bind(Expression expression, Binding binding) {
        bindings.put(expression, binding);
    }

    void capture(Variable variable) {
        captured.put(variable, true);
    }

    void receiver(FunctionExpression function, Variable self) {
        receivers.put(function, self);
    }

    Set<String> mutableGlobals() {
        return globals;
    }

    /** The meaning of a variable reference, or of a dotted name of a built-in; null for other expressions. */
    public Binding of(Expression expression) {
        return bindings.get(expression);
    }

    /** Everything that has a meaning, with it, in no order. */
    public Map<Expression, Binding> all() {
        return Map.copyOf(bindings);
    }

    /** Whether an inner function uses the variable, so that it must live in a cell. */
    public boolean isCaptured(Variable variable) {
        return captured.containsKey(variable);
    }

    /** The parameter {@code self} of a function declared as {@code a:b}; null for others. */
    public Variable receiver(FunctionExpression function) {
        return receivers.get(function);
    }

    /** The names of the global variables, in the order of their first appearance. */
    public List<String> globals() {
        return List.copyOf(globals);
    }
}
