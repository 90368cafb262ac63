package ktap.dsl.validation;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/**
 * In scripts of the later dialect every variable is declared; told once for each that is not, where it is assigned
 * first. A function's declaration is one.
 */
final class UndeclaredGlobals implements Rule {
    private static final Set<String> LATER_WORDS = Set.of("var", "trace", "trace_end", "tick", "profile");

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        if (!isLaterDialect(script)) {
            return;
        }
        Set<String> told = new HashSet<>();
        Trees.each(script, FunctionStatement.class, function -> {
            if (function.getTarget().getFields().isEmpty() && function.getTarget().getMethod() == null) {
                told.add(function.getTarget().getRoot().getName());
            }
        });
        Trees.each(script, Assignment.class, assignment -> {
            for (Expression target : assignment.getTargets()) {
                if (scopes.of(target) instanceof Binding.Global(String name) && told.add(name)) {
                    problems.warning(KtapIssueCodes.UNDECLARED_GLOBAL, target, "'" + name + "' is not declared",
                            "declare it with 'var " + name + "'");
                }
            }
        });
    }

    /** Whether it has trace blocks, timers or {@code var}. */
    private static boolean isLaterDialect(Script script) {
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(script).getRootNode().getLeafNodes()) {
            if (!leaf.isHidden() && LATER_WORDS.contains(leaf.getText()) && isKeyword(leaf)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKeyword(ILeafNode leaf) {
        return leaf.getGrammarElement() instanceof Keyword;
    }
}
