package ktap.cli.tests;

import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** Whether the tests can trace where they run. */
final class Tracing {
    private Tracing() {
    }

    /** Skips the test, with the reason, where the user who runs the tests may not trace. */
    static void assumePossible() {
        Ktap.Result id = Ktap.run(List.of("id", "-u"));
        boolean root = id.out().strip().equals("0");
        if (!root) {
            System.out.println("SKIPPED: tracing tests need root; this is user " + id.out().strip());
        }
        Assumptions.assumeTrue(root, "not root");
    }
}
