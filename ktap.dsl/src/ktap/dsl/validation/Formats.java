package ktap.dsl.validation;

import java.util.List;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.generator.StringLiterals;
import ktap.dsl.ktap.BooleanLiteral;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ConcatenationExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.NilLiteral;
import ktap.dsl.ktap.NumberLiteral;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.ktap.TableConstructor;
import ktap.dsl.ktap.VarargsExpression;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.vm.lib.PrintfFormat;
import ktap.runtime.vm.lib.PrintfFormat.Conversion;
import ktap.runtime.vm.lib.PrintfFormat.Kind;

/** A literal format of {@code printf} is well formed and fits those arguments whose type can be seen. */
final class Formats implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, CallExpression.class, call -> {
            if (call.getMethod() == null && !call.getArguments().isEmpty()
                    && Trees.plain(call.getArguments().getFirst()) instanceof StringLiteral format
                    && scopes.of(Trees.plain(call.getFunction())) instanceof Binding.Builtin(String name)
                    && name.equals("printf")) {
                format(call, format, problems);
            }
        });
    }

    private static void format(CallExpression call, StringLiteral format, Problems problems) {
        List<Expression> values = call.getArguments().subList(1, call.getArguments().size());
        boolean open = !values.isEmpty()
                && (values.getLast() instanceof CallExpression || values.getLast() instanceof VarargsExpression);
        String text = StringLiterals.decode(format.getText(), (offset, message) -> {
            // another rule tells
        });
        PrintfFormat parsed = PrintfFormat.parse(text);
        if (parsed.problem().isPresent()) {
            problems.error(KtapIssueCodes.FORMAT, format, "the format " + parsed.problem().get().message(),
                    parsed.problem().get().hint());
            return;
        }
        int used = 0;
        for (Conversion conversion : parsed.conversions()) {
            if (conversion.kind() != Kind.NONE) {
                value(text.substring(conversion.start(), conversion.end()), conversion.kind() == Kind.NUMBER,
                        used++, values, open, call, problems);
            }
        }
        if (values.size() > used) {
            problems.warning(KtapIssueCodes.FORMAT, values.get(used), "the format uses " + count(used)
                    + ", but " + values.size() + (values.size() == 1 ? " is" : " are") + " given", "");
        }
    }

    private static String count(int values) {
        return values == 0 ? "no value" : values == 1 ? "1 value" : values + " values";
    }

    private static void value(String conversion, boolean number, int index, List<Expression> values, boolean open,
            CallExpression call, Problems problems) {
        if (index < values.size()) {
            Expression value = Trees.plain(values.get(index));
            if (number ? isNoNumber(value) : isNoText(value)) {
                problems.error(KtapIssueCodes.FORMAT, values.get(index), "'" + conversion + "' takes a "
                        + (number ? "number" : "string") + ", and this is none", "");
            }
        } else if (!open) {
            problems.error(KtapIssueCodes.FORMAT, call, "there is no value for '" + conversion + "'", "");
        }
    }

    private static boolean isNoNumber(Expression value) {
        return value instanceof StringLiteral || value instanceof ConcatenationExpression
                || value instanceof BooleanLiteral || value instanceof NilLiteral || isStructure(value);
    }

    private static boolean isNoText(Expression value) {
        return value instanceof NumberLiteral || isStructure(value);
    }

    private static boolean isStructure(Expression value) {
        return value instanceof TableConstructor || value instanceof FunctionExpression;
    }
}
