package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Assumptions;

/** What tests need to know of the kernel they run on, from its own lists. */
final class Tracing {
    private Tracing() {
    }

    /** Skips the test, with the reason, where the user who runs the tests may not trace. */
    static void assumePossible() {
        Ktap.Result id = Ktap.run(java.util.List.of("id", "-u"));
        boolean root = id.out().strip().equals("0");
        if (!root) {
            System.out.println("SKIPPED: tracing tests need root; this is user " + id.out().strip());
        }
        Assumptions.assumeTrue(root, "not root");
    }
}
