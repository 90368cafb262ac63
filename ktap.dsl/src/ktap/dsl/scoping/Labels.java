package ktap.dsl.scoping;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;

import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.GotoStatement;
import ktap.dsl.ktap.LabelStatement;
import ktap.dsl.ktap.LocalFunction;
import ktap.dsl.ktap.LocalStatement;
import ktap.dsl.ktap.RepeatStatement;
import ktap.dsl.ktap.Statement;
import ktap.dsl.ktap.Variable;

/** Where a {@code goto} leads: to a label of its own block or of one around it, in the same function. */
public final class Labels {
    private Labels() {
    }

    /** The label of a jump; nothing if there is none in sight. */
    public static Optional<LabelStatement> of(GotoStatement jump) {
        for (Block block = block(jump); block != null; block = block(block)) {
            for (Statement statement : block.getStatements()) {
                if (statement instanceof LabelStatement label && label.getName().equals(jump.getLabel())) {
                    return Optional.of(label);
                }
            }
        }
        return Optional.empty();
    }

    /** The block around this, in the same function; null if there is none. */
    public static Block block(EObject object) {
        EObject around = object.eContainer();
        while (around != null && !(around instanceof Block) && !Functions.isFunction(around)) {
            around = around.eContainer();
        }
        return around instanceof Block block ? block : null;
    }

    /**
     * The variable that a jump forward to the label would skip the declaration of. Where nothing but labels follows
     * the label in its block, the variables are of no use there any more, except for the condition of a repeat.
     */
    public static Optional<Variable> skipped(GotoStatement jump, LabelStatement label) {
        Block block = (Block) label.eContainer();
        List<Statement> statements = block.getStatements();
        int to = statements.indexOf(label);
        int from = 0;
        while (!isInside(jump, statements.get(from))) {
            from++;
        }
        boolean last = !(block.eContainer() instanceof RepeatStatement)
                && statements.subList(to, statements.size()).stream().allMatch(LabelStatement.class::isInstance);
        return from > to || last ? Optional.empty() : statements.subList(from, to).stream()
                .flatMap(statement -> switch (statement) {
                    case LocalStatement local -> local.getVariables().stream();
                    case LocalFunction local -> List.of(local.getVariable()).stream();
                    default -> List.<Variable>of().stream();
                }).findFirst();
    }

    private static boolean isInside(EObject part, EObject whole) {
        for (EObject around = part; around != null; around = around.eContainer()) {
            if (around == whole) {
                return true;
            }
        }
        return false;
    }
}
