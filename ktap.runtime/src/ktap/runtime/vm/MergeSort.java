package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Puts a list in the order that a script's function tells. Unlike the sorting of the Java library it ends normally
 * whatever the function answers.
 */
final class MergeSort {
    private MergeSort() {
    }

    /**
     * The elements in order; those of which neither comes first keep theirs.
     *
     * @param isBefore whether the first one comes before the second one
     */
    static <T> List<T> sort(List<T> elements, BiPredicate<T, T> isBefore) {
        if (elements.size() < 2) {
            return elements;
        }
        int middle = elements.size() / 2;
        List<T> left = sort(elements.subList(0, middle), isBefore);
        List<T> right = sort(elements.subList(middle, elements.size()), isBefore);
        List<T> merged = new ArrayList<>(elements.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            merged.add(isBefore.test(right.get(r), left.get(l)) ? right.get(r++) : left.get(l++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }
}
