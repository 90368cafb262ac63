package ktap.runtime.kernel.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests on a real kernel need; a test without it is skipped, and says so. */
public final class Requirements {
    private Requirements() {
    }

    /** Skips the test unless this process has all capabilities that tracing needs, as root has. */
    public static void needTracing() throws IOException {
        long needed = 1L << 21 | 1L << 38 | 1L << 39;
        long effective = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16))
                .findFirst().orElse(0);
        need((effective & needed) == needed, "tracing needs CAP_SYS_ADMIN, CAP_PERFMON and CAP_BPF: run as root");
    }

    /** Skips the test unless the condition holds. */
    public static void need(boolean condition, String reason) {
        if (!condition) {
            System.out.println("skipped: " + reason);
        }
        assumeTrue(condition, reason);
    }
}
