package ktap.runtime.probe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the names that somebody may have meant who wrote one that does not exist. */
final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {
    }

    /**
     * Up to three names, nearest first, then by the alphabet; none that differs in more than a third of the name, as
     * that is no slip.
     */
    static List<String> of(String name, Collection<String> names) {
        int farthest = Math.max(2, name.length() / 3);
        Map<String, Integer> distances = names.stream().distinct()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= farthest)
                .collect(Collectors.toMap(candidate -> candidate, candidate -> distance(name, candidate)));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= farthest)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                .limit(MOST).map(Map.Entry::getKey).toList();
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours that make one of the other. */
    static int distance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                current[j] = Math.min(Math.min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }
        return previous[b.length()];
    }
}
