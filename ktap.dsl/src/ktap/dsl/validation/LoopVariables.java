package ktap.dsl.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.IteratorHeader;
import ktap.dsl.ktap.NumericHeader;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Variable;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/** To assign to the variable of a loop does not change the loop, except in C's form of it. */
final class LoopVariables implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Set<Variable> variables = Collections.newSetFromMap(new IdentityHashMap<>());
        Trees.each(script, IteratorHeader.class, header -> variables.addAll(header.getVariables()));
        Trees.each(script, NumericHeader.class, header -> {
            if (header.getCondition() == null) {
                variables.add(header.getVariable());
            }
        });
        Trees.each(script, Assignment.class, assignment -> assignment.getTargets().forEach(target -> {
            if (scopes.of(target) instanceof Binding.Local(Variable variable) && variables.contains(variable)) {
                problems.warning(KtapIssueCodes.LOOP_VARIABLE, target, "to assign to '" + variable.getName()
                        + "' does not change the loop", "use 'while', or for (i = first; condition; i += step)");
            }
        }));
    }
}
