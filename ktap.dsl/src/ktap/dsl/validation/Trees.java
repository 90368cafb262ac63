package ktap.dsl.validation;

import java.util.Iterator;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;

import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.ParenthesizedExpression;

/** Ways through the tree of a script. */
public final class Trees {
    private Trees() {
    }

    /** Calls the action for all parts of this type below the root, in the order of the text. */
    public static <T extends EObject> void each(EObject root, Class<T> type, Consumer<T> action) {
        for (Iterator<EObject> parts = root.eAllContents(); parts.hasNext();) {
            EObject part = parts.next();
            if (type.isInstance(part)) {
                action.accept(type.cast(part));
            }
        }
    }

    /** The expression without the parentheses around it. */
    public static Expression plain(Expression expression) {
        Expression plain = expression;
        while (plain instanceof ParenthesizedExpression parenthesized) {
            plain = parenthesized.getContent();
        }
        return plain;
    }
}
