package ktap.dsl.parser;

import java.util.function.IntUnaryOperator;

/**
 * What the lexer must remember from token to token, and the tokens that its generated part cannot recognise. Speaks of
 * kinds of tokens, not of the generated numbers, so that another lexer of the language can ask it too.
 */
final class TokenContext {
    /** A token that the generated lexer cannot recognise itself. */
    enum Kind { COMMENT, STRING, EVENT, ERROR }

    /**
     * A token found here.
     *
     * @param length in characters
     * @param message for errors, else null
     */
    record Special(Kind kind, int length, String message) {
    }

    private enum Trace { NONE, EVENT_NEXT, EVENT_READ }

    private final NestingGuard nesting = new NestingGuard();
    private Trace trace = Trace.NONE;
    private String previous = "";

    /** The special token that starts here, or null if the generated lexer is to go on. */
    Special special(IntUnaryOperator text) {
        int c = text.applyAsInt(0);
        if (c == '"' || c == '\'') {
            int length = SpecialTokens.quoted(text);
            return length == SpecialTokens.UNFINISHED
                    ? new Special(Kind.ERROR, SpecialTokens.restOfLine(text), "unfinished string")
                            : new Special(Kind.STRING, length, null);
        }
        if (trace == Trace.EVENT_NEXT && c > ' ') {
            int length = SpecialTokens.event(text);
            if (length > 0) {
                return new Special(Kind.EVENT, length, null);
            }
        }
        if (c == '[' && SpecialTokens.bracketLevel(text, 0) >= 0) {
            return bracketed(text, 0, Kind.STRING, "unfinished long string");
        }
        if (c == '-' && text.applyAsInt(1) == '-') {
            return SpecialTokens.bracketLevel(text, 2) >= 0
                    ? bracketed(text, 2, Kind.COMMENT, "unfinished long comment")
                    : new Special(Kind.COMMENT, SpecialTokens.restOfLine(text), null);
        }
        return c >= 0 && c < ' ' && (c < '\t' || c > '\r') || c == 0x7f || c == '\ufeff'
                ? control(c, text) : null;
    }

    private static Special bracketed(IntUnaryOperator text, int start, Kind kind, String unfinished) {
        int level = SpecialTokens.bracketLevel(text, start);
        int length = SpecialTokens.longBracket(text, start + level + 2, level);
        return length == SpecialTokens.UNFINISHED ? new Special(Kind.ERROR, SpecialTokens.restOfLine(text), unfinished)
                : new Special(kind, length, null);
    }

    private Special control(int c, IntUnaryOperator text) {
        if (c == '\ufeff') {
            return new Special(Kind.COMMENT, 1, null);
        }
        return new Special(Kind.ERROR, 1, "unexpected control character 0x%02x".formatted(c));
    }

    /** Whether this keyword is but a name here; {@code text} is what follows it. */
    boolean isName(String keyword, IntUnaryOperator text) {
        return StatementWords.isOne(keyword) && !StatementWords.isKeyword(keyword, previous, text);
    }

    /**
     * Notes a token that is neither blank nor comment.
     *
     * @param keyword whether it is a keyword or operator, not a name or literal
     * @return false if it goes beyond the limits of nesting: the text must not be parsed further
     */
    boolean passed(String token, boolean keyword) {
        trace = switch (trace) {
            case NONE -> keyword && token.equals("trace") ? Trace.EVENT_NEXT : Trace.NONE;
            case EVENT_NEXT -> keyword ? Trace.NONE : Trace.EVENT_READ;
            case EVENT_READ -> token.equals(",") ? Trace.EVENT_NEXT : Trace.NONE;
        };
        previous = token;
        return nesting.accept(token);
    }
}
