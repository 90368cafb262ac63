package ktap.runtime.vm;

import java.util.Objects;

/**
 * A built-in function as a value of a script.
 *
 * @param name as a script writes it, with its library
 * @param body what it does
 */
public record BuiltinFunction(String name, Builtin body) {
    public BuiltinFunction {
        Objects.requireNonNull(name);
        Objects.requireNonNull(body);
    }

    /** Functions are the same only if they are one object. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
