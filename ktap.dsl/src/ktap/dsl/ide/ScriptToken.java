package ktap.dsl.ide;

import java.util.ArrayList;
import java.util.List;

import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

import ktap.dsl.parser.KtapLexer;

/** A token of a text that need not be a correct script. Blanks are none. */
record ScriptToken(int type, int offset, String text) {

    /** All tokens of the text, comments and erroneous ones included. */
    static List<ScriptToken> all(String text) {
        KtapLexer lexer = new KtapLexer(new ANTLRStringStream(text));
        List<ScriptToken> tokens = new ArrayList<>();
        for (Token next = lexer.nextToken(); next != Token.EOF_TOKEN; next = lexer.nextToken()) {
            if (next instanceof CommonToken token && token.getType() != KtapLexer.RULE_WS
                    && token.getStopIndex() >= token.getStartIndex()) {
                tokens.add(new ScriptToken(token.getType(), token.getStartIndex(),
                        text.substring(token.getStartIndex(), token.getStopIndex() + 1)));
            }
        }
        return tokens;
    }

    int end() {
        return offset + text.length();
    }

    boolean isName() {
        return type == KtapLexer.RULE_ID;
    }

    boolean isComment() {
        return type == KtapLexer.RULE_COMMENT || type == Token.INVALID_TOKEN_TYPE && text.startsWith("--");
    }

    boolean isString() {
        return type == KtapLexer.RULE_STRING
                || type == Token.INVALID_TOKEN_TYPE
                        && (text.startsWith("\"") || text.startsWith("'") || text.startsWith("["));
    }

    boolean isNumber() {
        return type == KtapLexer.RULE_NUMBER;
    }

    boolean isEvent() {
        return type == KtapLexer.RULE_EVENT;
    }

    /** Whether it is a word of the language. */
    boolean isKeyword() {
        return KtapLexer.isWord(type) && Character.isLetter(text.charAt(0));
    }
}
