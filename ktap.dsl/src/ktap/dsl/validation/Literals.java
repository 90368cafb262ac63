package ktap.dsl.validation;

import java.util.Optional;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.generator.NumberLiterals;
import ktap.dsl.generator.StringLiterals;
import ktap.dsl.ktap.NumberLiteral;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.scoping.Scopes;

/** Numbers and strings must be well formed. */
final class Literals implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, NumberLiteral.class, literal -> number(literal, problems));
        Trees.each(script, StringLiteral.class, literal -> {
            int start = problems.positions().range(literal).offset();
            StringLiterals.decode(literal.getText(), (offset, message) -> problems.error(KtapIssueCodes.ESCAPE,
                    problems.positions().range(start + offset, 2), message, "write \\\\ for a backslash"));
        });
    }

    private static void number(NumberLiteral literal, Problems problems) {
        String text = literal.getText();
        Optional<NumberLiterals.Value> value = NumberLiterals.parse(text);
        if (value.isEmpty()) {
            boolean tooLarge = text.matches("[0-9]+|0[xX][0-9a-fA-F]+");
            problems.error(KtapIssueCodes.NUMBER, literal, tooLarge ? "the number " + text
                    + " does not fit into 64 bits"
                    : "malformed number '" + text + "'", tooLarge ? "" : "numbers are 10 or 0x1f");
        } else if (!value.get().exact()) {
            problems.warning(KtapIssueCodes.FRACTION, literal, text + " is cut to " + value.get().value(),
                    "ktap has whole numbers only");
        } else if (text.matches("0[0-9]+")) {
            problems.warning(KtapIssueCodes.LEADING_ZERO, literal, text + " is decimal " + value.get().value()
                    + ", not octal",
                    "write it without the leading zero");
        }
    }
}
