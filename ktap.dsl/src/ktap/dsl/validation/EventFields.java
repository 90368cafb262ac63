package ktap.dsl.validation;

import java.util.Optional;
import java.util.Set;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import ktap.dsl.EventCatalog;
import ktap.dsl.KtapIssueCodes;
import ktap.dsl.generator.StringLiterals;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.KtapPackage;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.ktap.TraceStatement;
import ktap.dsl.ktap.Variable;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.report.SourceRange;

/** A field of the event parameter exists, where the event is literal and a catalog knows it. */
final class EventFields implements Rule {
    private static final Set<String> REGISTERING = Set.of("kdebug.probe", "kdebug.trace");
    private static final Set<String> OF_EVERY_EVENT = Set.of("name", "tostring", "print_fmt", "sc_is_enter", "sc_nr",
            "sc_arg1", "sc_arg2", "sc_arg3", "sc_arg4", "sc_arg5", "sc_arg6", "retval", "set_retval", "regstr",
            "allfield", "field1", "fieldnum");

    private final EventCatalog catalog;

    EventFields(EventCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, CallExpression.class, call -> {
            if (call.getMethod() == null && call.getArguments().size() == 2
                    && call.getArguments().getFirst() instanceof StringLiteral definition
                    && scopes.of(Trees.plain(call.getFunction())) instanceof Binding.Builtin(String name)
                    && REGISTERING.contains(name)) {
                handler(definition.getText(), call.getArguments().getLast(), scopes, problems);
            }
        });
        Trees.each(script, TraceStatement.class, trace -> {
            if (trace.getDefinition() != null) {
                handler(trace.getDefinition(), trace.getHandler(), scopes, problems);
            }
        });
    }

    private void handler(String literal, Expression handler, Scopes scopes, Problems problems) {
        if (!(handler instanceof FunctionExpression function) || function.getParameters().isEmpty()) {
            return;
        }
        String definition = StringLiterals.decode(literal, (offset, message) -> {
            // another rule tells
        });
        Optional<Set<String>> fields = catalog.fields(definition);
        Variable event = function.getParameters().getFirst();
        fields.ifPresent(known -> Trees.each(function, IndexExpression.class, index -> {
            String field = index.getField();
            if (field != null && scopes.of(index.getTable()) instanceof Binding.Local(Variable variable)
                    && variable == event && !known.contains(field) && !OF_EVERY_EVENT.contains(field)
                    && !field.startsWith("common_")) {
                SourceRange where = problems.positions().range(NodeModelUtils
                        .findNodesForFeature(index, KtapPackage.Literals.INDEX_EXPRESSION__FIELD).getFirst());
                problems.warning(KtapIssueCodes.UNKNOWN_FIELD, where,
                        "'" + definition + "' has no field '" + field + "'", Similar.to(field, known)
                                .map(near -> "did you mean '" + near + "'?").orElse("it reads as nil"));
            }
        }));
    }
}
