package ktap.dsl.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Follows how deep brackets and blocks are nested and how long chains of operators get, so that neither the parser,
 * which descends for each bracket, nor those who walk the tree, which grows with each operator, run out of stack.
 */
final class NestingGuard {
    /** How many brackets and blocks may be open at once. */
    static final int MAX_DEPTH = 150;
    /** How many operators may be in progress at once, over all open brackets. */
    static final int MAX_OPERATORS = 1000;

    private static final Set<String> OPENING = Set.of("(", "[", "{", "do", "repeat");
    private static final Set<String> CLOSING = Set.of(")", "]", "}", "end", "until");
    private static final Set<String> SEPARATING =
            Set.of(",", ";", "=", "+=", "-=", "*=", "/=", "<<<", "if", "elseif", "while",
            "for", "local", "var", "return", "in", "function", "goto", "break", "continue", "::");

    private final Deque<Integer> outer = new ArrayDeque<>();
    private int operators;
    private int chain;
    private boolean operandBefore;

    /** Notes the next token; false if it goes beyond a limit. */
    boolean accept(String token) {
        if (OPENING.contains(token)) {
            operators += token.equals("(") || token.equals("[") ? 1 : 0;
            chain += token.equals("(") || token.equals("[") ? 1 : 0;
            outer.push(chain);
            chain = 0;
            operandBefore = false;
        } else if (CLOSING.contains(token)) {
            operators -= chain;
            chain = outer.isEmpty() ? 0 : outer.pop();
            operandBefore = true;
        } else if (SEPARATING.contains(token)) {
            restart();
            operandBefore = false;
        } else {
            acceptInExpression(token);
        }
        return outer.size() <= MAX_DEPTH && operators <= MAX_OPERATORS;
    }

    private void acceptInExpression(String token) {
        char first = token.charAt(0);
        boolean word = Character.isLetterOrDigit(first) || first == '_' || first == '"' || first == '\'';
        boolean operator = !word || token.equals("and") || token.equals("or") || token.equals("not");
        if (operator) {
            chain++;
            operators++;
        } else if (operandBefore) {
            restart();
        }
        operandBefore = !operator;
    }

    private void restart() {
        operators -= chain;
        chain = 0;
    }
}
