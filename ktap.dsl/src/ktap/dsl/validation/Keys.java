package ktap.dsl.validation;

import java.util.List;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.TableEntry;
import ktap.dsl.scoping.Scopes;

/** A key has at most eight parts, none of which is {@code nil}. */
final class Keys implements Rule {
    private static final int MAX_PARTS = 8;

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, IndexExpression.class, index -> parts(index.getKeys(), problems));
        Trees.each(script, TableEntry.class, entry -> parts(entry.getKeys(), problems));
    }

    private static void parts(List<Expression> keys, Problems problems) {
        if (keys.size() > MAX_PARTS) {
            problems.error(KtapIssueCodes.KEY_PARTS, keys.get(MAX_PARTS), "a key has at most " + MAX_PARTS + " parts",
                    "join some of them with ..");
        }
    }
}
