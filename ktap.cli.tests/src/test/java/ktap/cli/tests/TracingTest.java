package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ktap.runtime.kernel.tests.KernelObjects;

/** The command line on the real kernel. */
class TracingTest {
    private static final String COUNT_OPENAT = """
            opens = {}
            function count(e) {
              if (e.sc_is_enter) { inplace_inc(opens, e.name) }
            }
            kdebug.probe("tp:syscalls", count)
            kdebug.probe_end(function () { print(opens["sys_enter_openat"]) })
            """;

    @BeforeEach
    void needsTheKernel() {
        Tracing.assumePossible();
    }

    @Test
    void countsEveryOpenat() {
        assertEquals(1234, countOpens(1234) - countOpens(0));
    }

    private static long countOpens(int opens) {
        Ktap.Result result = Ktap.run("-q", "-e", COUNT_OPENAT, "--", "perl", "-e",
                "for (1.." + opens + ") { open(my $f, '<', '/etc/hostname') or die $!; close($f) }");
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return Long.parseLong(result.out().strip());
    }

    @Test
    void childrenOfTheCommandAreTracedToo() {
        Ktap.Result result = Ktap.run("-q", "-e", """
                names = {}
                function count(e) { inplace_inc(names, execname()) }
                kdebug.probe("tp:syscalls:sys_enter_getppid", count)
                kdebug.probe_end(function () { print(names["perl"]) })
                """, "--", "perl", "-e", "for (1..3) { if (fork() == 0) { getppid() for 1..10; exit } } 1 while wait() > 0;");
        assertEquals("", result.err());
        assertEquals("30\n", result.out());
    }

    @Test
    void theSampleDrawsTheArticlesHistogram() {
        Ktap.Result result = Ktap.run("-q", "samples/syscalls-histogram.kp", "--", "find", "/usr/share/doc", "-type", "f",
                "-name", "no such file");
        assertEquals("", result.err());
        assertEquals(0, result.status());
        assertEquals("                          value ------------- Distribution ------------- count", result.lines().get(0));
        Pattern row = Pattern.compile(" *(\\S+) \\|(@* *)(\\d+) *");
        long before = Long.MAX_VALUE;
        for (String line : result.lines().subList(1, result.lines().size())) {
            Matcher matcher = row.matcher(line);
            assertTrue(matcher.matches(), line);
            assertEquals(39, matcher.group(2).length(), line);
            long count = Long.parseLong(matcher.group(3));
            assertTrue(count <= before, "not sorted: " + line);
            before = count;
        }
        assertTrue(result.out().contains("sys_enter_newfstatat |"), result.out());
    }

    @Test
    void theSamplePrintsEventsAsTheArticleDoes() {
        Ktap.Result result = Ktap.run("-q", "samples/syscalls.kp", "--", "cat", "/etc/hostname");
        assertEquals(0, result.status());
        assertEquals("", result.err());
        Pattern enter = Pattern.compile("\\d+ \\d+\tcat\tsys_\\w+\\(((\\w+: [0-9a-f]+)(, \\w+: [0-9a-f]+)*)?\\)");
        Pattern exit = Pattern.compile("\\d+ \\d+\tcat\tsys_\\w+ -> 0x[0-9a-f]+");
        List<String> events = result.lines().stream().filter(line -> line.contains("\tcat\t")).toList();
        for (String line : events) {
            assertTrue(enter.matcher(line).matches() || exit.matcher(line).matches(), line);
        }
        assertTrue(events.get(0).endsWith("sys_execve -> 0x0"), events.get(0));
        assertTrue(events.get(events.size() - 1).contains("sys_exit_group(error_code: 0)"), events.get(events.size() - 1));
        assertTrue(events.stream().anyMatch(line -> line.matches(".*sys_openat\\(dfd: f+9c, filename: .*")));
    }

    @Test
    void controlCPrintsWhatWasCollected() {
        try (Ktap.Running running = Ktap.start(Ktap.command("samples/syscalls-histogram.kp"))) {
            running.awaitMessage("Tracing ");
            running.signal("INT");
            Ktap.Result result = running.await();
            assertEquals(0, result.status(), result.err());
            assertTrue(result.out().contains("------------- Distribution -------------"), result.out());
        }
    }

    @Test
    void anUnknownEventIsNamedWithItsNeighbours() {
        Ktap.Result result = Ktap.run("-q", "-e", "kdebug.probe(\"tp:syscalls:sys_enter_opnat\", function (e) { })");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("(command line):1: "), result.err());
        assertTrue(result.err().contains("sys_enter_opnat"), result.err());
        assertTrue(result.err().contains("sys_enter_openat"), result.err());
    }

    @Test
    void aClosedPipeEndsTheTrace() {
        Ktap.Result result = Ktap.run(List.of("sh", "-c", Ktap.launcher() + " -q samples/syscalls.kp | head -n 3"));
        assertEquals(3, result.lines().size(), result.out());
        assertEquals("", result.err());
    }

    @Test
    void nothingIsLeftAfterKill() throws IOException {
        Set<String> held;
        try (Ktap.Running running = Ktap.start(Ktap.command("samples/syscalls-histogram.kp"))) {
            running.awaitMessage("Tracing ");
            held = KernelObjects.heldBy(running.pid());
            assertTrue(held.stream().anyMatch(object -> object.startsWith("link_id")), held.toString());
            running.signal("KILL");
            running.await();
        }
        KernelObjects.assertGone(held);
    }

    @Test
    void controlCEndsTheTraceAndItsCommand() {
        try (Ktap.Running running = Ktap.start(Ktap.command("samples/syscalls-histogram.kp", "--", "sleep", "1000"))) {
            running.awaitMessage("Tracing ");
            running.signal("INT");
            Ktap.Result result = running.await();
            assertEquals(0, result.status(), result.err());
            assertTrue(result.out().contains("------------- Distribution -------------"), result.out());
        }
        // The run above ends only when the command has let go of its error stream.
        assertEquals(1, Ktap.run(List.of("pgrep", "-f", "^sleep 1000$")).status());
    }

    @Test
    void withoutPermissionSaysWhatToDo() {
        Ktap.Result result = Ktap.run(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                Ktap.launcher().toString(), "samples/syscalls-histogram.kp"));
        assertEquals(3, result.status(), result.err());
        assertFalse(result.err().contains("Tracing"), result.err());
        assertTrue(result.err().contains("sudo"), result.err());
    }

    @Test
    void tracefsIsMountedWhereItIsNot() {
        Ktap.Result result = Ktap.run(List.of("unshare", "--mount", "sh", "-c",
                "while umount /sys/kernel/tracing 2>/dev/null; do :; done; ls /sys/kernel/tracing; "
                        + Ktap.launcher() + " -q samples/syscalls-histogram.kp -- true"));
        assertEquals(0, result.status(), result.err());
        assertTrue(result.lines().get(0).contains("------------- Distribution -------------"), result.out());
    }

    @Test
    void aCommandThatDoesNotExistIsNamed() {
        Ktap.Result result = Ktap.run("-q", "samples/syscalls-histogram.kp", "--", "no-such-command");
        assertTrue(result.err().contains("no-such-command"), result.err());
        assertEquals(3, result.status());
    }
}
