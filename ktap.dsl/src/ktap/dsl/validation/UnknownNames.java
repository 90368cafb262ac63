package ktap.dsl.validation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Variable;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.vm.lib.BuiltinCatalog;

/** A name that is read must be declared, assigned somewhere in the script, or built in. */
final class UnknownNames implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Set<String> known = known(script, scopes);
        Map<String, Optional<String>> similar = new HashMap<>();
        scopes.all().forEach((expression, binding) -> {
            if (!(binding instanceof Binding.Unknown(String name))) {
                return;
            }
            String hint = similar.computeIfAbsent(name, unknown -> Similar.to(unknown, known))
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("declare it with 'var', or assign to it somewhere");
            problems.error(KtapIssueCodes.UNKNOWN_NAME, expression, "unknown name '" + name + "'", hint);
        });
    }

    private static Set<String> known(Script script, Scopes scopes) {
        Set<String> names = new LinkedHashSet<>(scopes.globals());
        Trees.each(script, Variable.class, variable -> names.add(variable.getName()));
        BuiltinCatalog.all().forEach(builtin -> names.add(builtin.name()));
        for (ContextVariable variable : ContextVariable.values()) {
            names.add(variable.word());
        }
        return names;
    }
}
