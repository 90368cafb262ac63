package ktap.runtime.kernel.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Uses setpriv and unshare of util-linux, which every Debian has. */
class PrivilegeTest {
    private static final String HIDE_TRACEFS =
            "while umount /sys/kernel/tracing 2>/dev/null; do :; done; umount -R /sys/kernel/debug 2>/dev/null; ";

    @BeforeAll
    static void needTracing() throws IOException {
        Requirements.needTracing();
    }

    @Test
    void mountsTheTracingFileSystemWhenItMay() throws IOException, InterruptedException {
        ChildJvm.Result result = ChildJvm.run(
                List.of("unshare", "--mount", "sh", "-c", HIDE_TRACEFS + "exec \"$@\"", "sh"), OpenAll.class);
        assertEquals(0, result.status(), result.output());
        assertTrue(result.output().contains("tracefs: ok /sys/kernel/tracing"), result.output());
        assertTrue(result.output().contains("map: ok events"), result.output());
    }

    @Test
    void saysWhatToDoWithoutCapabilities() throws IOException, InterruptedException {
        ChildJvm.Result result = ChildJvm.run(List.of("unshare", "--mount", "sh", "-c", HIDE_TRACEFS
                + "exec setpriv --bounding-set=-all --inh-caps=-all \"$@\"", "sh"), OpenAll.class);
        assertEquals(0, result.status(), result.output());
        assertTrue(result.output().contains("tracefs: ktap.target.notPermitted: "), result.output());
        assertTrue(result.output().contains("sudo mount -t tracefs nodev /sys/kernel/tracing"), result.output());
        assertTrue(result.output().contains("map: ktap.target.notPermitted: Not permitted to create the map events"),
                result.output());
        assertTrue(result.output().contains("sudo"), result.output());
        assertTrue(result.output().contains("CAP_BPF and CAP_PERFMON"), result.output());
    }
}
