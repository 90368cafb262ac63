package ktap.dsl.validation;

import org.eclipse.emf.ecore.EObject;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.AggregationStatement;
import ktap.dsl.ktap.ArithmeticExpression;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.GotoStatement;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.IteratorHeader;
import ktap.dsl.ktap.LabelStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.TableEntry;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.ktap.VarargsExpression;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/** Parts of the language that the bytecode cannot express yet. */
final class Unsupported implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, EObject.class, part -> part(part, scopes, problems));
    }

    private static void part(EObject part, Scopes scopes, Problems problems) {
        switch (part) {
            case VarargsExpression varargs -> report(varargs, "'...'", "pass the values in a table", problems);
            case FunctionExpression function when function.isVarargs() -> report(function, "a function with '...'",
                    "pass the values in a table", problems);
            case GotoStatement jump -> report(jump, "'goto'", "use a loop, 'break' or 'continue'", problems);
            case LabelStatement label -> report(label, "a label", "use a loop, 'break' or 'continue'", problems);
            case AggregationStatement aggregation ->
                    report(aggregation, "'<<<'", "use += on an element of a table", problems);
            case TimerStatement timer -> report(timer, "'" + timer.getKind() + "'", "", problems);
            case ArithmeticExpression power when power.getOperator().equals("^") -> report(power, "'^'",
                    "multiply, or write the number", problems);
            case IndexExpression index when index.getKeys().size() > 1 -> report(index, "a key of several parts",
                    "join the parts with .. or use tables in the table", problems);
            case TableEntry entry when entry.getKeys().size() > 1 -> report(entry, "a key of several parts",
                    "join the parts with .. or use tables in the table", problems);
            case Assignment assignment when !assignment.getOperator().equals("=")
                    && (assignment.getTargets().size() > 1 || assignment.getValues().size() > 1) -> report(assignment,
                            "'" + assignment.getOperator() + "' with several variables",
                                    "write one statement for each", problems);
            case IteratorHeader header -> iterator(header, scopes, problems);
            default -> {
                // everything else can be compiled
            }
        }
    }

    private static void iterator(IteratorHeader header, Scopes scopes, Problems problems) {
        boolean pairs = header.getIterators().size() == 1
                && header.getIterators().getFirst() instanceof CallExpression call
                && call.getMethod() == null && scopes.of(call.getFunction()) instanceof Binding.Builtin builtin
                && builtin.name().endsWith("pairs");
        if (!pairs || header.getVariables().size() > 2) {
            report(header, "a 'for' over anything but pairs(table), or with more than two variables",
                    "write for (k, v in pairs(table))", problems);
        }
    }

    private static void report(EObject where, String what, String hint, Problems problems) {
        problems.error(KtapIssueCodes.UNSUPPORTED, where, what + " is not supported yet", hint);
    }
}
