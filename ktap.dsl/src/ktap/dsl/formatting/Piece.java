package ktap.dsl.formatting;

import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;

/**
 * A token or a comment of a script.
 *
 * @param rule the grammar rule that a keyword stands in; empty for names, literals and comments
 * @param offset in the script, from 0
 */
record Piece(String text, String rule, int offset, boolean comment) {

    static Piece of(ILeafNode leaf) {
        String rule = leaf.getGrammarElement() instanceof Keyword keyword
                ? GrammarUtil.containingRule(keyword).getName() : "";
        return new Piece(leaf.getText(), rule, leaf.getOffset(), leaf.isHidden());
    }

    /** Whether it is this keyword, in its own right and not as a name. */
    boolean is(String keyword) {
        return text.equals(keyword) && !rule.isEmpty() && !rule.equals("Name");
    }

    boolean is(String keyword, String inRule) {
        return rule.equals(inRule) && text.equals(keyword);
    }

    boolean opens() {
        return is("{") || is("(") || is("[") || is("do", "DoStatement") || is("repeat", "RepeatStatement");
    }

    boolean closes() {
        return is("}") || is(")") || is("]") || is("end", "DoStatement") || is("until", "RepeatStatement");
    }

    /** Whether it opens a block of statements, and not a list of values. */
    boolean opensBlock() {
        return opens() && !is("(") && !is("[") && !is("{", "TableConstructor");
    }

    int end() {
        return offset + text.length();
    }
}
