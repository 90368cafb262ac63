package ktap.dsl.validation;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.AggregationStatement;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.NumericHeader;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.ktap.VariableReference;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/**
 * Expressions may stand as statements only if they are calls, and left of an assignment only if they can hold a value.
 * Only {@code =} takes several.
 */
final class Statements implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, Block.class, block ->
                block.getStatements().forEach(statement -> statement(statement, problems)));
        Trees.each(script, NumericHeader.class, header -> statement(header.getUpdate(), problems));
        Trees.each(script, Assignment.class, assignment -> assignment.getTargets()
                .forEach(target -> target(target, scopes, problems)));
        Trees.each(script, Assignment.class, assignment -> severalTargets(assignment, problems));
        Trees.each(script, AggregationStatement.class, aggregation -> aggregation(aggregation, scopes, problems));
    }

    private static void statement(Statement statement, Problems problems) {
        if (statement instanceof Expression expression && !(expression instanceof CallExpression)) {
            problems.error(KtapIssueCodes.NO_STATEMENT, expression, "this value is not used",
                    "to call a function, write its arguments in parentheses");
        }
    }

    private static void severalTargets(Assignment assignment, Problems problems) {
        String operator = assignment.getOperator();
        if (!operator.equals("=") && assignment.getTargets().size() + assignment.getValues().size() > 2) {
            problems.error(KtapIssueCodes.SEVERAL_TARGETS, assignment,
                    "'" + operator + "' takes one variable and one value", "write one statement for each variable");
        }
    }

    private static void aggregation(AggregationStatement aggregation, Scopes scopes, Problems problems) {
        if (!(aggregation.getTarget() instanceof IndexExpression index) || scopes.of(index) != null) {
            problems.error(KtapIssueCodes.NOT_ASSIGNABLE, aggregation.getTarget(),
                    "'<<<' adds to an element of a table, and this is none", "write t[key] <<< value");
        }
    }

    private static void target(Expression target, Scopes scopes, Problems problems) {
        boolean holdsValue = target instanceof VariableReference
                || target instanceof IndexExpression && !(scopes.of(target) instanceof Binding.Builtin);
        if (!holdsValue) {
            problems.error(KtapIssueCodes.NOT_ASSIGNABLE, target, "nothing can be assigned to this",
                    "left of = stands a variable or an element of a table");
        }
    }
}
