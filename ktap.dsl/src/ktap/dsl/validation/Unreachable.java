package ktap.dsl.validation;

import java.util.List;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.BreakStatement;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ContinueStatement;
import ktap.dsl.ktap.GotoStatement;
import ktap.dsl.ktap.LabelStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/** No statement stands behind one that never goes on. */
final class Unreachable implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, Block.class, block -> {
            List<Statement> statements = block.getStatements();
            for (int i = 0; i + 1 < statements.size(); i++) {
                Statement next = statements.get(i + 1);
                if (leaves(statements.get(i), scopes) && !(next instanceof LabelStatement)) {
                    problems.warning(KtapIssueCodes.UNREACHABLE, next, "this is never reached", "");
                    return;
                }
            }
        });
    }

    private static boolean leaves(Statement statement, Scopes scopes) {
        return statement instanceof BreakStatement || statement instanceof ContinueStatement
                || statement instanceof GotoStatement || isExit(statement, scopes);
    }

    /** Whether it ends the script: a call of the built-in {@code exit}. */
    static boolean isExit(Statement statement, Scopes scopes) {
        return statement instanceof CallExpression call && call.getMethod() == null
                && scopes.of(Trees.plain(call.getFunction())) instanceof Binding.Builtin(String name)
                && name.equals("exit");
    }
}
