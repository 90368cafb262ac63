package ktap.dsl.scoping;

import ktap.dsl.ktap.Variable;
import ktap.runtime.bytecode.ContextVariable;

/** What a name in a script stands for. */
public sealed interface Binding {

    /** A declared variable, of this function or of one around it. */
    record Local(Variable variable) implements Binding {
    }

    /** A variable that the whole script shares. */
    record Global(String name) implements Binding {
    }

    /** A built-in function; the name has its library: {@code kdebug.probe}. */
    record Builtin(String name) implements Binding {
    }

    /** A property of the event being handled. */
    record Context(ContextVariable variable) implements Binding {
    }

    /** Nothing that is known; the name with its library if there is such a library. */
    record Unknown(String name) implements Binding {
    }
}
