package ktap.dsl.ui.editor;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Matching brackets for the generic editor. */
public final class BracketMatcher extends DefaultCharacterPairMatcher {
    /** Made by the workbench for each editor. */
    public BracketMatcher() {
        super("(){}[]".toCharArray());
    }
}
