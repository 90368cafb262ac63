package ktap.runtime.vm.lib;

import java.util.Objects;

/**
 * What editor, checks and compiler know of a built-in function, or of a built-in variable.
 *
 * @param name as a script writes it, with its library: {@code printf}, {@code kdebug.probe}
 * @param parameters the parameter list as shown to users, for example {@code (event, handler)}; empty for a variable
 * @param minimumArguments how many arguments it must get
 * @param maximumArguments how many it takes; {@link #ANY} for any number
 * @param description one or two sentences: what it does, its result, its errors
 */
public record BuiltinSignature(String name, String parameters, int minimumArguments, int maximumArguments,
        String description) {
    public static final int ANY = Integer.MAX_VALUE;

    public BuiltinSignature {
        Objects.requireNonNull(name);
        Objects.requireNonNull(parameters);
        Objects.requireNonNull(description);
    }

    /** Whether it is a variable, and not a function. */
    public boolean isVariable() {
        return parameters.isEmpty();
    }

    /** The name before the dot; empty if there is none. */
    public String library() {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
