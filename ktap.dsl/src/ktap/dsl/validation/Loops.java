package ktap.dsl.validation;

import java.util.Iterator;

import org.eclipse.emf.ecore.EObject;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.BreakStatement;
import ktap.dsl.ktap.ContinueStatement;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.ForStatement;
import ktap.dsl.ktap.RepeatStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.ktap.Variable;
import ktap.dsl.ktap.VariableReference;
import ktap.dsl.ktap.WhileStatement;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Functions;
import ktap.dsl.scoping.Scopes;

/**
 * {@code break} and {@code continue} need a loop around them, and must not leave the condition of a repeat without its
 * variables.
 */
final class Loops implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, BreakStatement.class, statement -> inLoop(statement, "break", problems));
        Trees.each(script, ContinueStatement.class, statement -> {
            if (inLoop(statement, "continue", problems) instanceof RepeatStatement repeat) {
                skippedLocals(statement, repeat, scopes, problems);
            }
        });
    }

    private static EObject inLoop(Statement statement, String word, Problems problems) {
        EObject around = statement.eContainer();
        while (around != null && !isLoop(around)) {
            around = Functions.isFunction(around) ? null : around.eContainer();
        }
        if (around == null) {
            problems.error(KtapIssueCodes.NO_LOOP, statement, "'" + word + "' stands outside a loop", "");
        }
        return around;
    }

    private static boolean isLoop(EObject object) {
        return object instanceof WhileStatement || object instanceof RepeatStatement || object instanceof ForStatement;
    }

    private static void skippedLocals(ContinueStatement statement, RepeatStatement repeat, Scopes scopes,
            Problems problems) {
        int offset = problems.positions().range(statement).offset();
        Expression condition = repeat.getCondition();
        if (condition instanceof VariableReference reference) {
            skippedLocal(statement, offset, repeat, reference, scopes, problems);
        }
        for (Iterator<EObject> parts = condition.eAllContents(); parts.hasNext();) {
            if (parts.next() instanceof VariableReference reference) {
                skippedLocal(statement, offset, repeat, reference, scopes, problems);
            }
        }
    }

    private static void skippedLocal(ContinueStatement statement, int offset, RepeatStatement repeat,
            VariableReference reference, Scopes scopes, Problems problems) {
        if (scopes.of(reference) instanceof Binding.Local(Variable variable) && variable.eContainer() != null
                && variable.eContainer().eContainer() == repeat.getBody()
                && problems.positions().range(variable).offset() > offset) {
            problems.error(KtapIssueCodes.CONTINUE_SKIPS_LOCAL, statement, "this 'continue' skips the declaration of '"
                    + variable.getName() + "', which the condition behind 'until' reads",
                    "declare '" + variable.getName() + "' before the 'continue'");
        }
    }
}
