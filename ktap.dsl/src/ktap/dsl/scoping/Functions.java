package ktap.dsl.scoping;

import org.eclipse.emf.ecore.EObject;

import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.ktap.TraceEndStatement;
import ktap.dsl.ktap.TraceStatement;

/** Which parts of a script are compiled as functions of their own. */
public final class Functions {
    private Functions() {
    }

    /** Whether a function's body, or that of a handler, is directly inside. */
    public static boolean isFunction(EObject object) {
        return object instanceof FunctionExpression || object instanceof TraceStatement
                || object instanceof TraceEndStatement || object instanceof TimerStatement;
    }

    /** The function or handler around this; null in the main chunk. */
    public static EObject around(EObject object) {
        EObject around = object.eContainer();
        while (around != null && !isFunction(around)) {
            around = around.eContainer();
        }
        return around;
    }
}
