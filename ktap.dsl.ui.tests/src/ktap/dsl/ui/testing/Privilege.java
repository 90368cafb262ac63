package ktap.dsl.ui.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this process may trace the kernel that it runs on. */
public final class Privilege {
    /** Numbers of capabilities, see capabilities(7). */
    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_PERFMON = 38;
    private static final int CAP_BPF = 39;

    private Privilege() {
    }

    /** Skips the test, and says why on the console, if the kernel cannot be traced. */
    public static void assumeTracing() throws IOException {
        String effective = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:")).findFirst().orElseThrow().substring(7).strip();
        BigInteger bits = new BigInteger(effective, 16);
        boolean may = bits.testBit(CAP_SYS_ADMIN) || bits.testBit(CAP_PERFMON) && bits.testBit(CAP_BPF);
        if (!may) {
            String reason = "skipped: tracing needs CAP_BPF and CAP_PERFMON, and CapEff is " + effective;
            System.out.println(reason);
            assumeTrue(false, reason);
        }
    }
}
