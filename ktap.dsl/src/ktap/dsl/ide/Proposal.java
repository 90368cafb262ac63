package ktap.dsl.ide;

import java.util.Objects;

/**
 * A way to complete what is being typed.
 *
 * @param text what to insert
 * @param label what to show in a list
 * @param documentation one or two sentences; empty if there is nothing to say
 * @param replaceOffset where the text to be replaced starts
 * @param replaceLength how long it is, in chars
 */
public record Proposal(String text, String label, String documentation, int replaceOffset, int replaceLength) {
    public Proposal {
        Objects.requireNonNull(text);
        Objects.requireNonNull(label);
        Objects.requireNonNull(documentation);
    }
}
