package ktap.dsl.parser;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.antlr.runtime.UnwantedTokenException;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

import ktap.dsl.KtapIssueCodes;

/**
 * Words syntax errors for people who write scripts: what is expected, what was found, and a hint for frequent slips.
 */
public class KtapSyntaxErrorMessages extends SyntaxErrorMessageProvider {
    /** The issue code of what the lexer refused; the parser's errors behind it are its consequences. */
    static final String LEXICAL = "ktap.syntax.lexical";

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException error = context.getRecognitionException();
        if (error == null) {
            return new SyntaxErrorMessage(context.getDefaultMessage(), LEXICAL);
        }
        Token found = error.token;
        Token before = before(error);
        String expected = expected(error, context.getTokenNames(), before);
        String message = (expected.isEmpty() ? "unexpected " : expected + " expected, found ") + show(found);
        String hint = SyntaxHints.hint(expected, text(found), text(before));
        if (hint.isEmpty() && (expected.isEmpty() || expected.equals("'}'")) && isAfterReturn(error)) {
            hint = SyntaxHints.AFTER_RETURN;
        }
        return new SyntaxErrorMessage(message, KtapIssueCodes.SYNTAX, data(hint, found));
    }

    /** The hint, and the place of the token: the parser may hang the error on an earlier one. */
    private static String[] data(String hint, Token found) {
        if (found instanceof CommonToken token && token.getType() != Token.EOF
                && token.getStopIndex() >= token.getStartIndex()) {
            return new String[] { hint, Integer.toString(token.getStartIndex()),
                    Integer.toString(token.getStopIndex() + 1) };
        }
        return new String[] { hint };
    }

    private static String expected(RecognitionException error, String[] names, Token before) {
        int type = switch (error) {
            case UnwantedTokenException unwanted -> unwanted.expecting;
            case MissingTokenException missing -> missing.expecting;
            case MismatchedTokenException mismatched -> mismatched.expecting;
            default -> Token.INVALID_TOKEN_TYPE;
        };
        if (type == Token.INVALID_TOKEN_TYPE || type == Token.EOF || type >= names.length) {
            return SyntaxHints.follower(text(before));
        }
        return switch (names[type]) {
            case "RULE_ID" -> "name";
            case "RULE_NUMBER" -> "number";
            case "RULE_STRING" -> "string";
            case "RULE_EVENT" -> "event definition";
            case String keyword -> keyword;
        };
    }

    /** The token before the one at which the parser stopped, without blanks and comments; null at the start. */
    private static Token before(RecognitionException error) {
        if (!(error.input instanceof TokenStream stream)) {
            return null;
        }
        int index = Math.min(error.index, stream.size()) - 1;
        while (index >= 0 && stream.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
            index--;
        }
        return index < 0 ? null : stream.get(index);
    }

    /** Whether a return stands before the error in the same block. */
    private static boolean isAfterReturn(RecognitionException error) {
        if (!(error.input instanceof TokenStream stream)) {
            return false;
        }
        int depth = 0;
        for (int i = Math.min(error.index, stream.size()) - 1; i >= 0 && depth >= 0; i--) {
            switch (text(stream.get(i))) {
                case ")", "]", "}" -> depth++;
                case "(", "[", "{" -> depth--;
                case "return" -> {
                    if (depth == 0) {
                        return true;
                    }
                }
                default -> {
                    // says nothing about blocks
                }
            }
        }
        return false;
    }

    private static String text(Token token) {
        if (token == null) {
            return "";
        }
        return token.getType() == Token.EOF || token.getText() == null ? "" : token.getText();
    }

    private static String show(Token token) {
        if (token == null || token.getType() == Token.EOF) {
            return "the end of the script";
        }
        String text = text(token).strip();
        int lineEnd = text.indexOf('\n');
        String line = lineEnd < 0 ? text : text.substring(0, lineEnd);
        return "'" + (line.length() > 40 ? line.substring(0, 40) + "..." : line) + "'";
    }
}
