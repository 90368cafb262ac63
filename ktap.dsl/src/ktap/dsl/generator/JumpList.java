package ktap.dsl.generator;

import java.util.ArrayList;
import java.util.List;

/** Jumps that wait for their common target. */
final class JumpList {
    private final List<Integer> jumps = new ArrayList<>();

    void add(int jump) {
        jumps.add(jump);
    }

    /** The indices of the jumps. */
    List<Integer> jumps() {
        return jumps;
    }
}
