package ktap.dsl.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.LocalFunction;
import ktap.dsl.ktap.LocalStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Variable;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/**
 * A declared variable is read somewhere. Parameters and the variables of loops need not be, nor those whose name starts
 * with an underscore.
 */
final class UnusedVariables implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        if (scopes.all().values().stream().anyMatch(Binding.Unknown.class::isInstance)) {
            return; // the variable may have been meant where the unknown name stands
        }
        Set<Variable> read = Collections.newSetFromMap(new IdentityHashMap<>());
        scopes.all().forEach((expression, binding) -> {
            if (binding instanceof Binding.Local(Variable variable) && !isOverwritten(expression)) {
                read.add(variable);
            }
        });
        Trees.each(script, LocalStatement.class, local -> local.getVariables()
                .forEach(variable -> variable(variable, read, problems)));
        Trees.each(script, LocalFunction.class, local -> variable(local.getVariable(), read, problems));
    }

    private static boolean isOverwritten(Expression expression) {
        return expression.eContainer() instanceof Assignment assignment && assignment.getOperator().equals("=")
                && assignment.getTargets().contains(expression);
    }

    private static void variable(Variable variable, Set<Variable> read, Problems problems) {
        if (!read.contains(variable) && !variable.getName().startsWith("_")) {
            problems.warning(KtapIssueCodes.UNUSED_VARIABLE, variable, "'" + variable.getName() + "' is never read",
                    "remove it, or let its name start with '_'");
        }
    }
}
