package ktap.dsl.parser;

import java.util.IdentityHashMap;
import java.util.Map;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;

import ktap.dsl.parser.antlr.internal.InternalKtapLexer;

/** The parser's lexer: the generated one, and before it what {@link TokenContext} finds. One use only: it has state. */
public class KtapLexer extends InternalKtapLexer {
    private static final int TEXT_END = -1;

    private final TokenContext context = new TokenContext();
    private final Map<Token, String> errors = new IdentityHashMap<>();

    /** For dependency injection; {@link #setCharStream} follows. */
    public KtapLexer() {
    }

    public KtapLexer(CharStream input) {
        super(input);
    }

    @Override
    public Token nextToken() {
        Token token = super.nextToken();
        int type = token.getType();
        if (token == Token.EOF_TOKEN || type == RULE_WS || type == RULE_COMMENT || type == Token.INVALID_TOKEN_TYPE) {
            return token;
        }
        String text = token.getText();
        boolean literal = type == RULE_ID || type == RULE_NUMBER || type == RULE_STRING || type == RULE_EVENT;
        return context.passed(text, !literal) ? token : refuseRest((CommonToken) token);
    }

    /** Makes all text from this token on one erroneous token. */
    private Token refuseRest(CommonToken token) {
        input.seek(token.getStartIndex());
        int length = 0;
        while (input.LA(length + 1) != CharStream.EOF) {
            length++;
        }
        return invalid(length, "nested too deeply: at most " + NestingGuard.MAX_DEPTH + " brackets and blocks, and "
                + NestingGuard.MAX_OPERATORS + " operators, may be open at once");
    }

    @Override
    public void mTokens() throws RecognitionException {
        TokenContext.Special special = context.special(this::charAt);
        if (special == null) {
            super.mTokens();
            if (isWord(state.type) && context.isName(getText(), this::charAt)) {
                state.type = RULE_ID;
            }
        } else if (special.kind() == TokenContext.Kind.ERROR) {
            emit(invalid(special.length(), special.message()));
        } else {
            skipChars(special.length());
            state.type = switch (special.kind()) {
                case COMMENT -> RULE_COMMENT;
                case STRING -> RULE_STRING;
                default -> RULE_EVENT;
            };
        }
    }

    /** Whether tokens of this type are keywords or operators, not names, literals or blanks. */
    public static boolean isWord(int type) {
        return type != RULE_ID && type != RULE_NUMBER && type != RULE_STRING && type != RULE_EVENT
                && type != RULE_COMMENT && type != RULE_WS && type != Token.INVALID_TOKEN_TYPE && type != Token.EOF;
    }

    @Override
    public String getErrorMessage(Token token) {
        String message = errors.get(token);
        return message != null ? message : "unexpected character '" + token.getText() + "'";
    }

    private CommonToken invalid(int length, String message) {
        int start = input.index();
        skipChars(length);
        CommonToken token = new CommonToken(input, Token.INVALID_TOKEN_TYPE, Token.HIDDEN_CHANNEL, start,
                start + length - 1);
        token.setLine(state.tokenStartLine);
        token.setCharPositionInLine(state.tokenStartCharPositionInLine);
        errors.put(token, message);
        return token;
    }

    private void skipChars(int count) {
        for (int i = 0; i < count; i++) {
            input.consume();
        }
    }

    private int charAt(int distance) {
        int c = input.LA(distance + 1);
        return c == CharStream.EOF ? TEXT_END : c;
    }
}
