package ktap.dsl.validation;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.Scopes;

/** {@code a--b} is {@code a} and a comment. Told where nothing but operands without blanks surround the signs. */
final class MinusComments implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        String before = "";
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(script).getRootNode().getLeafNodes()) {
            String text = leaf.getText();
            if (leaf.isHidden() && text.matches("--[\\w(][\\w.()\\[\\]]*;?") && before.matches("(?s).*[\\w)\\]]")) {
                problems.warning(KtapIssueCodes.MINUS_COMMENT, problems.positions().range(leaf),
                        "'" + text + "' is a comment", "write - -" + text.substring(2) + " to subtract a negative "
                                + "value, or a blank before the comment");
            }
            before = text;
        }
    }
}
