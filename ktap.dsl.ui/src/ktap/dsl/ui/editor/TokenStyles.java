package ktap.dsl.ui.editor;

import java.util.Optional;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;

import ktap.dsl.ide.TokenKind;

/** How each kind of token looks, in the colours of the current theme. */
final class TokenStyles {
    /** The colours' names in the theme begin with this. */
    static final String PREFIX = "ktap.dsl.ui.color.";

    private TokenStyles() {
    }

    /** The look of a kind; empty if it looks like plain text. */
    static Optional<TextAttribute> of(TokenKind kind) {
        return switch (kind) {
            case KEYWORD -> style("keyword", SWT.BOLD);
            case BUILTIN -> style("builtin", SWT.NORMAL);
            case CONTEXT -> style("context", SWT.NORMAL);
            case STRING -> style("string", SWT.NORMAL);
            case NUMBER -> style("number", SWT.NORMAL);
            case EVENT -> style("event", SWT.NORMAL);
            case COMMENT -> style("comment", SWT.NORMAL);
            case PLAIN -> Optional.empty();
        };
    }

    private static Optional<TextAttribute> style(String name, int fontStyle) {
        ColorRegistry colors = JFaceResources.getColorRegistry();
        return Optional.of(new TextAttribute(colors.get(PREFIX + name), null, fontStyle));
    }
}
