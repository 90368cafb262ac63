package ktap.dsl.validation;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.GotoStatement;
import ktap.dsl.ktap.LabelStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.scoping.Labels;
import ktap.dsl.scoping.Scopes;

/** A {@code goto} needs a label in sight, must not jump into the scope of a variable, and labels must be unique. */
final class Jumps implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, GotoStatement.class, jump -> Labels.of(jump).ifPresentOrElse(
                label -> Labels.skipped(jump, label).ifPresent(variable -> problems.error(KtapIssueCodes.LABEL, jump,
                        "this 'goto' skips the declaration of '" + variable.getName() + "', which is in use behind '"
                                + label.getName() + "'",
                        "declare '" + variable.getName() + "' before the 'goto'")),
                () -> problems.error(KtapIssueCodes.LABEL, jump, "no label '" + jump.getLabel() + "' is in sight",
                        "a label stands in the same block or in one around it, in the same function")));
        Trees.each(script, Block.class, block -> duplicates(block, problems));
    }

    private static void duplicates(Block block, Problems problems) {
        for (Statement statement : block.getStatements()) {
            if (statement instanceof LabelStatement label && first(block, label.getName()) != label) {
                problems.error(KtapIssueCodes.LABEL, label, "there is another label '" + label.getName()
                        + "' in this block", "");
            }
        }
    }

    private static Statement first(Block block, String name) {
        return block.getStatements().stream().filter(statement -> statement instanceof LabelStatement label
                && label.getName().equals(name)).findFirst().orElseThrow();
    }
}
