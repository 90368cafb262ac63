package ktap.dsl.parser;

import java.util.Set;

/** What to do about frequent slips, told from the tokens around a syntax error. */
final class SyntaxHints {
    private static final Set<String> BEFORE_EXPRESSION =
            Set.of("=", "+=", "-=", "*=", "/=", "<<<", "+", "-", "*", "/", "%", "^",
            "..", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "and", "or", "not", "(", "[", ",", "until", "in");
    private static final Set<String> BEFORE_NAME = Set.of("local", "var", "function", "goto", ".", ":");
    /** For a statement behind a return. */
    static final String AFTER_RETURN = "'return' must be the last statement of its block";

    private SyntaxHints() {
    }

    /** What must follow this token, as shown to people; nothing if it is not sure. */
    static String follower(String token) {
        return BEFORE_EXPRESSION.contains(token) ? "expression" : BEFORE_NAME.contains(token) ? "name"
                : token.equals("trace") ? "event definition" : "";
    }

    /**
     * A hint, or nothing.
     *
     * @param expected what the parser expected, as shown to people
     * @param found the token that it met; empty at the end of the script
     * @param before the token before it
     */
    static String hint(String expected, String found, String before) {
        return switch (found) {
            case "=" -> expected.equals("')'") ? "write == to compare" : "";
            case "==" -> expected.isEmpty() ? "write = to assign" : "";
            case "then" -> "no 'then' here: the block stands in braces, if (condition) { ... }";
            case "end" -> "a block ends with }; only 'do' ends with 'end'";
            case "~" -> "write != for not equal";
            case "else", "elseif" -> before.equals("}") ? "" : "the block before it ends with }";
            case "++", "--" -> "write += 1";
            default -> atPlace(expected, found, before);
        };
    }

    private static String atPlace(String expected, String found, String before) {
        if (found.isEmpty() && expected.equals("'}'")) {
            return "a { is not closed";
        }
        if (found.isEmpty() && expected.equals("')'")) {
            return "a ( is not closed";
        }
        if (expected.equals("'{'") && before.equals("else")) {
            return "write else { ... } or else if (condition) { ... }";
        }
        if (expected.equals("'('") && (before.equals("if") || before.equals("while") || before.equals("for"))) {
            return "conditions stand in parentheses: " + before + " (...) { ... }";
        }
        if (expected.equals("'{'")) {
            return "blocks stand in braces: { ... }";
        }
        return expected.isEmpty() && before.equals("}") && found.equals("}") ? "there is one } too many" : "";
    }
}
