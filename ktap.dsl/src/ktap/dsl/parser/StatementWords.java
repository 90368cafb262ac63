package ktap.dsl.parser;

import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Decides whether a word that is a keyword only where a statement begins is one here, by the token before it and the
 * text behind it. So scripts of the older dialect may still use these words as names.
 */
final class StatementWords {
    private static final Set<String> WORDS = Set.of("trace", "trace_end", "tick", "profile", "var", "continue");
    private static final Set<String> BEFORE_NO_STATEMENT =
            Set.of("and", "or", "not", "return", "in", "until", "if", "elseif",
            "while", "for", "function", "local", "var", "goto");

    private StatementWords() {
    }

    /** Whether this word needs a decision at all. */
    static boolean isOne(String word) {
        return WORDS.contains(word);
    }

    /**
     * Whether the word is the keyword.
     *
     * @param previous the text of the token before it without blanks and comments; empty at the start
     * @param text the characters behind it, see {@link SpecialTokens}
     */
    static boolean isKeyword(String word, String previous, IntUnaryOperator text) {
        if (!canEndStatement(previous)) {
            return false;
        }
        int i = 0;
        boolean newLine = false;
        while (text.applyAsInt(i) >= 0 && text.applyAsInt(i) <= ' ') {
            newLine |= text.applyAsInt(i) == '\n';
            i++;
        }
        int next = text.applyAsInt(i);
        int afterNext = text.applyAsInt(i + 1);
        return switch (word) {
            case "tick", "profile" -> next == '-' && afterNext != '=' && afterNext != '-' || isWordPart(next)
                    && !newLine;
            case "trace" -> next == '*' && afterNext != '=' || next == '?' || next == '"' || next == '\'' || next == '{'
                    || next == ':' || isWordPart(next) && (!newLine || startsEvent(text, i));
            case "trace_end" -> next == '{' || isWordPart(next) || next < 0 || next == '#'
                    || next == '-' && afterNext == '-';
            case "continue" -> newLine || next < 0 || next == '}' || next == ';' || next == '#' || isWordPart(next)
                    || next == '-' && afterNext == '-';
            default -> isWordPart(next) || next < 0;
        };
    }

    private static boolean startsEvent(IntUnaryOperator text, int start) {
        int i = start;
        while (isWordPart(text.applyAsInt(i)) || text.applyAsInt(i) == '*') {
            i++;
        }
        return text.applyAsInt(i) == ':' && text.applyAsInt(i + 1) != ':';
    }

    private static boolean canEndStatement(String token) {
        if (token.isEmpty() || BEFORE_NO_STATEMENT.contains(token)) {
            return token.isEmpty();
        }
        char last = token.charAt(token.length() - 1);
        return isWordPart(last) || ";{})]\"'".indexOf(last) >= 0 || token.equals("::") || token.equals("...");
    }

    private static boolean isWordPart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80;
    }
}
