package ktap.dsl.generator;

import java.util.OptionalLong;

import ktap.dsl.ktap.ArithmeticExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.NumberLiteral;
import ktap.dsl.ktap.ParenthesizedExpression;
import ktap.dsl.ktap.UnaryExpression;

/** Computes expressions of numbers alone. A division by zero is left to fail at run time, with its line. */
final class ConstantFolding {
    private ConstantFolding() {
    }

    /** The value of the expression if it is made of numbers only. */
    static OptionalLong integer(Expression expression) {
        return switch (expression) {
            case NumberLiteral literal ->
                    OptionalLong.of(NumberLiterals.parse(literal.getText()).orElseThrow().value());
            case ParenthesizedExpression parenthesized -> integer(parenthesized.getContent());
            case UnaryExpression unary when unary.getOperator().equals("-") -> {
                OptionalLong operand = integer(unary.getOperand());
                yield operand.isPresent() ? OptionalLong.of(-operand.getAsLong()) : operand;
            }
            case ArithmeticExpression arithmetic -> {
                OptionalLong left = integer(arithmetic.getLeft());
                OptionalLong right = left.isPresent() ? integer(arithmetic.getRight()) : left;
                yield right.isPresent() ? arithmetic(arithmetic.getOperator(), left.getAsLong(), right.getAsLong())
                        : right;
            }
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong arithmetic(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> OptionalLong.of(left + right);
            case "-" -> OptionalLong.of(left - right);
            case "*" -> OptionalLong.of(left * right);
            case "/" -> right == 0 ? OptionalLong.empty() : OptionalLong.of(left / right);
            case "^" -> right < 0 ? OptionalLong.empty() : OptionalLong.of(power(left, right));
            case "%" -> right == 0 ? OptionalLong.empty() : OptionalLong.of(left % right);
            default -> OptionalLong.empty();
        };
    }

    /** The low 64 bits of the power. */
    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            result *= (rest & 1) == 0 ? 1 : square;
            square *= square;
        }
        return result;
    }
}
