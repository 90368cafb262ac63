package ktap.runtime.probe;

import java.util.Objects;

/**
 * A pattern of a name: {@code *} is any text, {@code ?} any character, {@code [a-z]} one of some, {@code [!a-z]} one of
 * all others, and {@code \} takes its meaning from the next character.
 */
public record Glob(String pattern) {
    /** Matches every name. */
    public static final Glob ANY = new Glob("*");

    private static final int NO_SET = -1;

    /** @throws IllegalArgumentException if a {@code [} is not closed or a {@code \} ends the pattern */
    public Glob {
        Objects.requireNonNull(pattern);
        int at = 0;
        while (at < pattern.length()) {
            at = elementEnd(pattern, at);
        }
    }

    /** Whether the pattern has no special characters, so that it matches one name only. */
    public boolean isLiteral() {
        return pattern.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
    }

    public boolean matches(String name) {
        // On a mismatch only the last star needs to take one character more.
        int at = 0;
        int starAt = NO_SET;
        int starName = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                starAt = at++;
                starName = i;
            } else if (at < pattern.length() && elementMatches(at, name.charAt(i))) {
                at = elementEnd(pattern, at);
                i++;
            } else if (starAt != NO_SET) {
                at = starAt + 1;
                i = ++starName;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private boolean elementMatches(int at, char c) {
        return switch (pattern.charAt(at)) {
            case '?' -> true;
            case '\\' -> pattern.charAt(at + 1) == c;
            case '[' -> setMatches(at, c);
            default -> pattern.charAt(at) == c;
        };
    }

    private boolean setMatches(int open, char c) {
        int end = elementEnd(pattern, open) - 1;
        boolean negated = isNegation(pattern, open + 1);
        boolean found = false;
        for (int i = negated ? open + 2 : open + 1; i < end; i++) {
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                found |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                found |= pattern.charAt(i) == c;
            }
        }
        return found != negated;
    }

    private static boolean isNegation(String pattern, int at) {
        return at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
    }

    /** Where the element that begins here ends. */
    private static int elementEnd(String pattern, int at) {
        switch (pattern.charAt(at)) {
            case '\\':
                if (at + 1 == pattern.length()) {
                    throw new IllegalArgumentException("nothing follows the last \\");
                }
                return at + 2;
            case '[':
                // A bracket that comes first in the set is one of its characters.
                int first = isNegation(pattern, at + 1) ? at + 2 : at + 1;
                int close = pattern.indexOf(']', first + 1);
                if (close < 0) {
                    throw new IllegalArgumentException("[ is not closed");
                }
                return close + 1;
            default:
                return at + 1;
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}
