package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.StringReader;
import java.util.stream.Collectors;

import org.eclipse.xtext.parser.IParseResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.dsl.ktap.ArithmeticExpression;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ComparisonExpression;
import ktap.dsl.ktap.ConcatenationExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.LocalStatement;
import ktap.dsl.ktap.LogicalExpression;
import ktap.dsl.ktap.NumberLiteral;
import ktap.dsl.ktap.ParenthesizedExpression;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.ktap.UnaryExpression;
import ktap.dsl.ktap.VariableReference;
import ktap.dsl.parser.ScriptParser;

/** The shape of expression trees, shown with parentheses around every operation. */
class PrecedenceTest {
    private static final ScriptParser PARSER = ScriptParser.standalone();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            a or b and c            ; (a or (b and c))
            a and b or c            ; ((a and b) or c)
            a || b || c             ; ((a || b) || c)
            a and b == c            ; (a and (b == c))
            a == b < c              ; ((a == b) < c)
            a .. b == c             ; ((a .. b) == c)
            a .. b .. c             ; (a .. b .. c)
            a .. b + c              ; (a .. (b + c))
            a - b - c               ; ((a - b) - c)
            a + b * c - d           ; ((a + (b * c)) - d)
            a * b / c % d           ; (((a * b) / c) % d)
            -a * b                  ; ((- a) * b)
            not a == b              ; ((not a) == b)
            !a && b                 ; ((! a) && b)
            -a ^ b                  ; (- (a ^ b))
            a ^ -b                  ; (a ^ (- b))
            a ^ b ^ c               ; (a ^ (b ^ c))
            2 * a ^ b               ; (2 * (a ^ b))
            - - a                   ; (- (- a))
            (a + b) * c             ; ([(a + b)] * c)
            a.b.c                   ; a.b.c
            a.b[c + 1].d            ; a.b[(c + 1)].d
            a.b(c)(d)               ; a.b(c)(d)
            a:b(c, d).e             ; a:b(c,d).e
            f "x"                   ; f("x")
            -a.b(c)                 ; (- a.b(c))
            t[a, b]                 ; t[a,b]
            a.end.local             ; a.end.local
            """)
    void operatorsBindAsTheTableSays(String expression, String expected) {
        IParseResult result = PARSER.parse(new StringReader("local x = " + expression));
        assertFalse(result.hasSyntaxErrors(), expression);
        LocalStatement statement =
                (LocalStatement) ((Script) result.getRootASTElement()).getBlock().getStatements().getFirst();
        assertEquals(expected, show(statement.getValues().getFirst()));
    }

    private static String show(Expression expression) {
        return switch (expression) {
            case VariableReference reference -> reference.getName();
            case NumberLiteral number -> number.getText();
            case StringLiteral string -> string.getText();
            case ParenthesizedExpression parenthesized -> "[" + show(parenthesized.getContent()) + "]";
            case UnaryExpression unary -> "(" + unary.getOperator() + " " + show(unary.getOperand()) + ")";
            case ArithmeticExpression e -> "(" + show(e.getLeft()) + " " + e.getOperator() + " " + show(e.getRight())
                    + ")";
            case ComparisonExpression e -> "(" + show(e.getLeft()) + " " + e.getOperator() + " " + show(e.getRight())
                    + ")";
            case LogicalExpression e -> "(" + show(e.getLeft()) + " " + e.getOperator() + " " + show(e.getRight())
                    + ")";
            case ConcatenationExpression e -> e.getParts().stream().map(PrecedenceTest::show)
                    .collect(Collectors.joining(" .. ", "(", ")"));
            case IndexExpression index -> show(index.getTable()) + (index.getField() != null ? "." + index.getField()
                    : index.getKeys().stream().map(PrecedenceTest::show).collect(Collectors.joining(",", "[", "]")));
            case CallExpression call -> show(call.getFunction())
                    + (call.getMethod() == null ? "" : ":" + call.getMethod())
                    + call.getArguments().stream().map(PrecedenceTest::show).collect(Collectors.joining(",", "(", ")"));
            default -> throw new IllegalArgumentException(expression.eClass().getName());
        };
    }
}
