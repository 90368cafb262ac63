package ktap.dsl.validation;

import java.util.HashMap;
import java.util.Map;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.NumberLiteral;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/**
 * {@code t["1"]} and {@code t[1]} are different elements. Told where a variable's table is indexed with both literal
 * strings and literal numbers in brackets; fields, as in {@code t.name}, are no sign of a mistake.
 */
final class MixedKeys implements Rule {
    private enum Kind { NUMBER, STRING, TOLD }

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Map<Binding, Kind> kinds = new HashMap<>();
        Trees.each(script, IndexExpression.class, index -> {
            Binding table = scopes.of(Trees.plain(index.getTable()));
            boolean variable = table instanceof Binding.Local || table instanceof Binding.Global;
            if (!variable || index.getKeys().size() != 1 || kind(index.getKeys().getFirst()) == null) {
                return;
            }
            Kind kind = kind(index.getKeys().getFirst());
            Kind before = kinds.putIfAbsent(table, kind);
            if (before != null && before != kind && before != Kind.TOLD) {
                kinds.put(table, Kind.TOLD);
                problems.warning(KtapIssueCodes.MIXED_KEYS, index.getKeys().getFirst(),
                        "this table has both strings and numbers as keys",
                        "\"1\" and 1 are different keys: write all of them in the same way");
            }
        });
    }

    private static Kind kind(Expression key) {
        return key instanceof StringLiteral ? Kind.STRING : key instanceof NumberLiteral ? Kind.NUMBER : null;
    }
}
