package ktap.dsl.scoping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** A field of the event being handled, by its number from 0: {@code arg0}, {@code arg1}... */
    record Argument(int index) implements Binding {
        private static final Pattern FORM = Pattern.compile("arg(0|[1-9][0-9]{0,2})");
        private static final int MAX_INDEX = 255;

        /** What the name stands for if the script does not declare it. */
        public static Optional<Argument> of(String name) {
            Matcher form = FORM.matcher(name);
            return form.matches() ? Optional.of(new Argument(Integer.parseInt(form.group(1))))
                    .filter(argument -> argument.index() <= MAX_INDEX) : Optional.empty();
        }
    }

    /** Nothing that is known; the name with its library if there is such a library. */
    record Unknown(String name) implements Binding {
    }
}
