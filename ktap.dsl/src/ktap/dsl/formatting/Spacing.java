package ktap.dsl.formatting;

import java.util.Set;

/** Whether a blank stands between two pieces on one line, and which pieces are drawn to the line before. */
final class Spacing {
    private static final Set<String> TIGHT_RULES = Set.of("SuffixedExpression", "FunctionName");

    private Spacing() {
    }

    static String between(Piece before, Piece next, boolean lineEndsBehindNext) {
        if (next.comment()) {
            return lineEndsBehindNext ? "  " : " ";
        }
        return before.comment() || !isTight(before, next) ? " " : "";
    }

    private static boolean isTight(Piece before, Piece next) {
        if (next.is(",") || next.is(";") || next.is(")") || next.is("]")) {
            return true;
        }
        if (before.is("(") || before.is("[")) {
            return !next.text().startsWith("[");
        }
        if (before.is("{", "TableConstructor") || next.is("}", "TableConstructor")) {
            return true;
        }
        return next.is("(") ? isTightParenthesis(before, next)
                : isTightSign(before, next) || next.is("[", "SuffixedExpression");
    }

    private static boolean isTightParenthesis(Piece before, Piece next) {
        return next.is("(", "SuffixedExpression") || next.is("(", "FunctionBody") && !before.is("function")
                || isTightSign(before, next);
    }

    private static boolean isTightSign(Piece before, Piece next) {
        boolean member = isMemberSign(before) || isMemberSign(next);
        boolean timer = before.is("-", "TimerStatement") || next.is("-", "TimerStatement");
        boolean label = before.is("::") && !isEndOfLabel(before) || next.is("::") && isEndOfLabel(next);
        boolean unary = before.is("-", "UnaryExpression") && !next.text().startsWith("-")
                || before.is("!", "UnaryExpression");
        return member || timer || label || unary;
    }

    private static boolean isMemberSign(Piece piece) {
        return TIGHT_RULES.contains(piece.rule()) && (piece.text().equals(".") || piece.text().equals(":"));
    }

    /** Both signs of a label look the same: {@link PieceReader} tells the second one by its rule. */
    private static boolean isEndOfLabel(Piece piece) {
        return piece.rule().equals(PieceReader.LABEL_END);
    }

    /** Whether a line break before the piece is taken out: an opening brace and {@code else} belong to the line. */
    static boolean isDrawnUp(Piece before, Piece next) {
        boolean brace = next.is("{") && next.opensBlock();
        boolean alternative = (next.is("else") || next.is("elseif")) && before.is("}");
        boolean condition = next.is("if") && before.is("else");
        return !before.comment() && (brace || alternative || condition);
    }
}
