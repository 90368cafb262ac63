package ktap.runtime.vm.lib;

import java.util.Objects;

/**
 * What editor, checks and compiler know of a built-in function.
 *
 * @param name as a script writes it, with its library: {@code printf}, {@code kdebug.probe}
 * @param parameters the parameter list as shown to users, for example {@code (event, handler)}
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
}
