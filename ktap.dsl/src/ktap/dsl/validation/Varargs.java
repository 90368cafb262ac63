package ktap.dsl.validation;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.VarargsExpression;
import ktap.dsl.scoping.Functions;
import ktap.dsl.scoping.Scopes;

/** {@code ...} stands only in functions whose parameters end with it. */
final class Varargs implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, VarargsExpression.class, varargs -> {
            if (!(Functions.around(varargs) instanceof FunctionExpression function && function.isVarargs())) {
                problems.error(KtapIssueCodes.VARARGS, varargs, "the function around this '...' does not take it",
                        "write '...' as its last parameter; the words of the command line are arg[1], arg[2]...");
            }
        });
    }
}
