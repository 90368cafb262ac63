package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that say what is traced and how it is shown, on the real kernel. */
class OptionsTest {
    private static final String GETPPID = "getppid() for 1..3";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheKernel() {
        Tracing.assumePossible();
    }

    @Test
    void showsOneEvent() {
        Ktap.Result result = Ktap.run("-q", "-s", "syscalls:sys_enter_getppid", "--", "perl", "-e", GETPPID);
        assertEquals("", result.err());
        assertEquals(3, result.lines().size(), result.out());
        result.lines().forEach(line -> assertTrue(line.matches("\\d+ \\d+ perl sys_getppid\\(\\)"), line));
    }

    @Test
    void timeStampsStandBeforeTheLinesOfEvents() {
        Ktap.Result result = Ktap.run("-q", "-T", "-e", """
                print("begin")
                kdebug.probe("syscalls:sys_enter_getppid", function (e) { printf("a"); printf("b\\nc\\n") })
                kdebug.trace_end(function () { print("end") })
                """, "--", "perl", "-e", "getppid()");
        assertEquals("", result.err());
        assertEquals("begin", result.lines().get(0));
        assertTrue(result.lines().get(1).matches(" *\\d+\\.\\d{6}: ab"), result.out());
        assertTrue(result.lines().get(2).matches(" *\\d+\\.\\d{6}: c"), result.out());
        assertEquals("end", result.lines().get(3));
        double uptime = Double.parseDouble(result.lines().get(1).split(":")[0].strip());
        assertTrue(Math.abs(uptime - System.nanoTime() / 1e9) < Ktap.TIMEOUT_SECONDS, result.out());
    }

    @Test
    void tracesOneCpu() {
        for (int cpu : List.of(0, 1)) {
            Ktap.Result result = Ktap.run("-q", "-C", Integer.toString(cpu), "-s", "syscalls:sys_enter_getppid", "--",
                    "taskset", "-c", "0", "perl", "-e", GETPPID);
            assertEquals("", result.err());
            assertEquals(cpu == 0 ? 3 : 0, result.lines().size(), result.out());
        }
    }

    @Test
    void aCpuThatIsNotThereIsNamed() {
        Ktap.Result result = Ktap.run("-C", "4095", "-s", "syscalls:sys_enter_getppid");
        assertTrue(result.err().startsWith("ktap: CPU 4095 is not online [ktap.target.noSuchCpu]\n"), result.err());
        assertEquals(3, result.status());
    }

    @Test
    void aDryRunAttachesNothing() {
        Ktap.Result result = Ktap.run("-d", "-v", "-e", """
                print("main")
                kdebug.probe("syscalls:sys_enter_getpgid,sched:sched_process_exec", function (e) { print("never") })
                kdebug.trace_end(function () { print("never") })
                """, "--", "touch", folder.resolve("touched").toString());
        assertEquals("""
                main
                syscalls:sys_enter_getpgid,sched:sched_process_exec -> anonymous (line 2)
                    1 event captured on the two raw tracepoints of all system calls
                        syscalls:sys_enter_getpgid
                    1 event captured on its classic tracepoint
                        sched:sched_process_exec
                    handled by the interpreter: this version runs no handler in the kernel
                """, result.out());
        assertEquals("", result.err());
        assertEquals(0, result.status());
        assertFalse(Files.exists(folder.resolve("touched")));
    }

    @Test
    void explainsAScriptWithoutItsOutput() throws IOException {
        Path script = Files.writeString(folder.resolve("a.kp"), """
                print("not shown")
                function show(e) { print(e) }
                kdebug.probe("tp:syscalls", show)
                kdebug.probe_end(function () { print("not shown") })
                """);
        Ktap.Result result = Ktap.run("explain", script.toString());
        assertEquals("", result.err());
        assertEquals("tp:syscalls -> show (line 2)", result.lines().getFirst());
        assertTrue(result.lines().get(1).matches(" +\\d{3} events captured on the two raw tracepoints of all .*"), result.out());
        assertFalse(result.out().contains("not shown"), result.out());
        assertEquals(0, result.status());
    }

    @Test
    void listsEvents() {
        Ktap.Result result = Ktap.run("-le", "sched:sched_process_*");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.lines().contains("sched:sched_process_exec"), result.out());
        assertTrue(result.lines().stream().allMatch(line -> line.startsWith("sched:sched_process_")), result.out());
        assertEquals(result.out(), Ktap.run("--list", "sched_process_*").out());
    }

    @Test
    void aListWithoutEventsSaysSo() {
        Ktap.Result result = Ktap.run("-le", "shed:*");
        assertTrue(result.err().contains("Did you mean sched"), result.err());
        assertEquals(1, result.status());
    }

    @Test
    void writesJson() {
        Ktap.Result result = Ktap.run("--format", "json", "-e", """
                t = {}
                printf("caf\\195\\169 \\255 \\"x\\"\\n")
                kdebug.probe("syscalls:sys_enter_getppid", function (e) { t[e.name] = 7; print(1 / (len(t) - 1)) })
                kdebug.trace_end(function () { printf("end") })
                """, "--", "perl", "-e", "getppid() for 1..2");
        assertEquals("", result.err());
        String problem = "{\"type\":\"problem\",\"severity\":\"ERROR\",\"code\":\"ktap.script.divideByZero\","
                + "\"source\":\"(command line)\",\"line\":3,\"column\":0,\"message\":\"division by zero\","
                + "\"hint\":\"\",\"count\":";
        // The output is read byte by byte, as Latin 1.
        assertEquals(List.of(
                "{\"type\":\"output\",\"text\":\"cafÃ© \\udcff \\\"x\\\"\\n\"}",
                "{\"type\":\"tracing\",\"probes\":1}",
                problem + "1}",
                "{\"type\":\"output\",\"text\":\"end\"}",
                problem + "2}",
                "{\"type\":\"table\",\"name\":\"t\",\"rows\":[[\"sys_enter_getppid\",7]]}",
                "{\"type\":\"probe\",\"name\":\"syscalls:sys_enter_getppid\",\"fired\":2,\"delivered\":2,\"lost\":0}",
                "{\"type\":\"loss\",\"delivered\":2,\"lost\":0,\"skipped\":0,\"untrackedProcesses\":0}"),
                result.lines());
        assertEquals(2, result.status());
    }

    @Test
    void argumentsAreTheFieldsInTheirOrder() {
        Ktap.Result result = Ktap.run("-q", "-e", """
                trace syscalls:sys_*_dup2 { print(probename, arg0 == nil, arg1, arg2, arg3) }
                trace sched:sched_process_exec { print(arg0) }
                """, "--", "perl", "-MPOSIX", "-e", "POSIX::dup2(77, 78)");
        assertEquals("", result.err());
        assertTrue(result.lines().getFirst().endsWith("/perl"), result.out());
        assertEquals(List.of("sys_enter_dup2\tfalse\t77\t78\tnil", "sys_exit_dup2\tfalse\t-9\tnil\tnil"),
                result.lines().subList(1, 3));
    }

    @Test
    void tracesAProcessUntilItEnds() {
        try (Ktap.Running traced = Ktap.start(List.of("sh", "-c", "while getconf ARG_MAX >/dev/null; do :; done"));
                Ktap.Running running = Ktap.start(Ktap.command("-p", Long.toString(traced.pid()), "-e", """
                        calls = 0
                        kdebug.probe("syscalls:sys_enter_execve", function (e) { calls = calls + 1 })
                        kdebug.trace_end(function () { print(calls > 0) })
                        """))) {
            running.awaitMessage("Tracing ");
            Ktap.Result seen = Ktap.run("-q", "-p", Long.toString(traced.pid()), "-e",
                    "kdebug.probe(\"syscalls:sys_enter_execve\", function (e) { exit() })");
            assertEquals(0, seen.status(), seen.err());
            traced.signal("TERM");
            Ktap.Result result = running.await();
            assertEquals(0, result.status(), result.err());
            assertEquals("true\n", result.out());
        }
    }

    @Test
    void aScriptWithAnInterpreterLineRuns() throws IOException {
        Path script = Files.writeString(folder.resolve("hello"), "#!/usr/bin/env ktap\nprint(\"hello\", arg[1])\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Ktap.Result result = Ktap.run(List.of("env", "PATH=" + Ktap.launcher().getParent() + ":/usr/bin:/bin",
                script.toString(), "-T"));
        assertEquals("hello\t-T\n", result.out());
        assertEquals("", result.err());
    }
}
