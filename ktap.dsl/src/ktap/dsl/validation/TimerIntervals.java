package ktap.dsl.validation;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.generator.StringLiterals;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.KtapPackage;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.report.SourceRange;
import ktap.runtime.vm.TimerKind;
import ktap.runtime.vm.lib.TimerInterval;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The interval of a timer, where it is literal: a number and a unit. */
final class TimerIntervals implements Rule {
    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, TimerStatement.class, timer -> interval(timer.getKind(), timer.getInterval(),
                problems.positions().range(NodeModelUtils
                        .findNodesForFeature(timer, KtapPackage.Literals.TIMER_STATEMENT__INTERVAL).getFirst()),
                problems));
        Trees.each(script, CallExpression.class, call -> {
            if (call.getMethod() == null && !call.getArguments().isEmpty()
                    && call.getArguments().getFirst() instanceof StringLiteral spec
                    && scopes.of(Trees.plain(call.getFunction())) instanceof Binding.Builtin(String name)
                    && (name.equals("timer.tick") || name.equals("timer.profile"))) {
                interval(name.substring(name.indexOf('.') + 1), text(spec), problems.positions().range(spec), problems);
            }
        });
    }

    private static String text(StringLiteral literal) {
        return StringLiterals.decode(literal.getText(), (offset, message) -> {
            // another rule tells
        });
    }

    private static void interval(String kind, String text, SourceRange where, Problems problems) {
        TimerKind timer = kind.equals("profile") ? TimerKind.PROFILE : TimerKind.TICK;
        if (TimerInterval.parse(text, timer).isEmpty()) {
            problems.error(KtapIssueCodes.TIMER_INTERVAL, where, "'" + text + "' is no interval for '" + kind + "'",
                    TimerInterval.hint(timer));
        }
    }
}
