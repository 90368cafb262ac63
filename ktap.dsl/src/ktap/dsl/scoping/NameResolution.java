package ktap.dsl.scoping;

import java.util.Optional;

import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.VariableReference;
import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.vm.lib.BuiltinCatalog;

/**
 * Resolves the names that are no locals: a script's own globals come first, then words for the event, then built-ins.
 */
final class NameResolution {
    private final Scopes scopes;

    NameResolution(Scopes scopes) {
        this.scopes = scopes;
    }

    void resolve(VariableReference reference) {
        String name = reference.getName();
        Optional<ContextVariable> context = ContextVariable.of(name);
        if (scopes.mutableGlobals().contains(name)) {
            scopes.bind(reference, new Binding.Global(name));
        } else if (context.isPresent()) {
            scopes.bind(reference, new Binding.Context(context.get()));
        } else if (Binding.Argument.of(name).isPresent()) {
            scopes.bind(reference, Binding.Argument.of(name).get());
        } else if (BuiltinCatalog.find(name).isPresent()) {
            scopes.bind(reference, new Binding.Builtin(name));
        } else {
            library(reference, name);
        }
    }

    private void library(VariableReference reference, String library) {
        if (BuiltinCatalog.libraries().contains(library) && reference.eContainer() instanceof IndexExpression index
                && index.getTable() == reference
                && index.getField() != null) {
            String name = library + "." + index.getField();
            scopes.bind(index, BuiltinCatalog.find(name).isPresent() ? new Binding.Builtin(name)
                    : new Binding.Unknown(name));
        } else {
            scopes.bind(reference, new Binding.Unknown(library));
        }
    }
}
