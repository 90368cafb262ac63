package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A key of several parts, as in {@code t[pid, execname]}: an immutable value, equal to another one with equal parts. A
 * part is never a composite key: its parts take its place.
 */
public final class KtapKey {
    /** How many parts a key can have. */
    public static final int MAX_PARTS = 8;

    private final List<Object> parts;
    private final int hash;

    private KtapKey(List<Object> parts) {
        this.parts = List.copyOf(parts);
        this.hash = this.parts.hashCode();
    }

    /**
     * @param values the parts: Longs for integers
     * @throws ScriptError if one is nil, or there are more than {@value #MAX_PARTS}
     */
    static KtapKey of(List<?> values) {
        List<Object> parts = new ArrayList<>(values.size());
        for (Object value : values) {
            switch (value) {
                case null -> throw new ScriptError("ktap.script.nilKey", "a part of a key is nil");
                case KtapKey key -> parts.addAll(key.parts);
                default -> parts.add(value);
            }
        }
        if (parts.size() > MAX_PARTS) {
            throw new ScriptError("ktap.script.type", "a key of " + parts.size() + " parts, more than " + MAX_PARTS);
        }
        return new KtapKey(parts);
    }

    /** The parts, 2 to {@value #MAX_PARTS}: Longs, byte strings or other values. */
    public List<Object> parts() {
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof KtapKey key && hash == key.hash && parts.equals(key.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The parts as {@code print} shows them, with a comma and a blank between them. */
    @Override
    public String toString() {
        return parts.stream().map(Values::text).collect(Collectors.joining(", "));
    }
}
