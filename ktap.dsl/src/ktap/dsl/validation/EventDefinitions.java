package ktap.dsl.validation;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.KtapPackage;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.TraceStatement;
import ktap.dsl.scoping.Scopes;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** An event of a {@code trace} statement is written {@code subsystem:event}. */
final class EventDefinitions implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, TraceStatement.class, trace -> {
            for (INode node : NodeModelUtils.findNodesForFeature(trace, KtapPackage.Literals.TRACE_STATEMENT__EVENTS)) {
                if (node.getText().indexOf(':') <= 0) {
                    problems.error(KtapIssueCodes.EVENT_DEFINITION, problems.positions().range(node),
                            "'" + node.getText() + "' is no event definition",
                            "write subsystem:event, for example syscalls:sys_enter_*");
                }
            }
        });
    }
}
