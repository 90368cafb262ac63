package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.kernel.tests.KernelObjects;
import ktap.runtime.kernel.tests.Requirements;
import ktap.runtime.probe.Capture;
import ktap.runtime.probe.CaptureOptions;
import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.Loss;
import ktap.runtime.probe.Planner;
import ktap.runtime.probe.ProbePlan;
import ktap.runtime.probe.Sampling;
import ktap.runtime.probe.SyscallTable;
import ktap.runtime.target.NoSuchProcessException;

/** Captures commands whose events are known, on the kernel that runs the tests. */
class CaptureTest {
    private static final String GETPPID = "getppid for 1..$ARGV[0]";

    @TempDir
    private Path directory;

    @BeforeAll
    static void needTracing() throws IOException {
        Requirements.needTracing();
    }

    @Test
    void countsExactly() throws Exception {
        Traced none = Traced.run("syscalls:sys_*_getppid,syscalls:sys_*_openat", "perl", "-e", GETPPID, "0");
        Traced many = Traced.run("syscalls:sys_*_getppid,syscalls:sys_*_openat", "perl", "-e", GETPPID, "5000");
        Traced opens = Traced.run("syscalls:sys_enter_openat", "perl", "-e",
                "for (1..$ARGV[0]) { open(my $f, '<', '/proc/self/stat') or die }", "700");
        assertEquals(new Loss(5000, 5000, 0), many.count("sys_enter_getppid"));
        assertEquals(new Loss(5000, 5000, 0), many.count("sys_exit_getppid"));
        assertEquals(new Loss(0, 0, 0), none.count("sys_enter_getppid"));
        assertEquals(700 + none.count("sys_enter_openat").fired(), opens.count("sys_enter_openat").fired());
        assertEquals(0, many.status());
    }

    @Test
    void showsSystemCallsAsTheTraceFileDoes() throws Exception {
        Traced traced = Traced.run("syscalls:sys_*_close,syscalls:sys_*_exit_group", "perl", "-MPOSIX", "-e",
                "POSIX::close(77)");
        assertTrue(traced.texts().contains("sys_close(fd: 4d)"), traced.texts().toString());
        assertTrue(traced.texts().contains("sys_close -> 0xfffffffffffffff7"), traced.texts().toString());
        assertEquals("sys_exit_group(error_code: 0)", traced.texts().getLast());
    }

    @Test
    void beginsWithTheExecAndEndsWithTheProcess() throws Exception {
        Traced traced = Traced.run("tp:syscalls,sched:sched_process_exec,sched:sched_process_exit", "/usr/bin/perl",
                "-e", "1");
        assertEquals("sched_process_exec: filename=/usr/bin/perl pid=" + traced.pid() + " old_pid=" + traced.pid(),
                traced.texts().getFirst());
        assertEquals("sys_execve -> 0x0", traced.texts().get(1));
        assertEquals(Set.of(traced.pid()), Set.copyOf(traced.pids()));
        assertEquals(1, traced.count("sched_process_exit").fired());
        assertTrue(traced.texts().getLast().startsWith("sched_process_exit: comm=perl pid=" + traced.pid() + " prio="),
                traced.texts().getLast());
        assertEquals(0, traced.count("sys_enter_execve").fired());
    }

    @Test
    void followsChildren() throws Exception {
        Traced traced = Traced.run("syscalls:sys_enter_getppid,sched:sched_process_exec", "perl", "-e",
                "for (1..5) { if (!fork) { getppid for 1..10; exec 'true' if $$ % 2; exit } } 1 while wait > 0");
        assertEquals(50, traced.count("sys_enter_getppid").fired());
        Set<Integer> children = Set.copyOf(traced.pids());
        assertEquals(6, children.size(), children.toString());
    }

    @Test
    void leavesOutTheOtherInterfacesCalls() throws Exception {
        Requirements.need(System.getProperty("os.arch").equals("amd64"), "int 0x80 is of x86");
        Path program = MachineCode.getpid(directory.resolve("getpid"), 300, 500);
        Traced traced = Traced.run("tp:syscalls", program.toString());
        Requirements.need(traced.status() == 0, "this kernel has no 32-bit interface: status " + traced.status());
        assertEquals(300, traced.count("sys_enter_getpid").fired());
        assertEquals(300, traced.count("sys_exit_getpid").fired());
        assertEquals(0, traced.count("sys_enter_writev").fired());
        assertEquals(0, traced.count("sys_exit_writev").fired());
        assertEquals(0, traced.count("sys_enter_brk").fired());
    }

    @Test
    void losesNothingUncounted() throws Exception {
        Traced traced = Traced.overload("tp:syscalls", 64 << 10, "perl", "-e", GETPPID, "300000");
        Loss enter = traced.count("sys_enter_getppid");
        assertEquals(300_000, enter.fired());
        assertTrue(enter.lost() > 0, "the ring did not overflow");
        assertTrue(enter.delivered() > 0, "nothing came through");
        traced.counts().forEach((name, loss) -> assertEquals(loss.fired(), loss.delivered() + loss.lost(), name));
        assertEquals(0, traced.skipped());
    }

    @Test
    void tracesThisSystemButNotItself() throws Exception {
        try (Kernel kernel = JnaKernel.open();
                Capture capture = Capture.attach(kernel, Traced.plan(kernel, "tp:syscalls"),
                        CaptureOptions.wholeSystem())) {
            int self = kernel.identity().ownPid();
            assertEquals(0, capture.drain(event -> {
            }, 1));
            capture.enable();
            assertEquals(0, new ProcessBuilder("true").start().waitFor());
            capture.disable();
            int[] own = {0};
            int drained = capture.drain(event -> own[0] += event.pid() == self ? 1 : 0, Integer.MAX_VALUE);
            assertTrue(drained > 10, "drained " + drained);
            assertEquals(0, own[0]);
            assertEquals(0, new ProcessBuilder("true").start().waitFor());
            assertEquals(0, capture.drain(event -> {
            }, 1));
        }
    }

    @Test
    void readsArgumentsByTheirPlace() throws Exception {
        List<List<Object>> seen = new ArrayList<>();
        Traced.run("syscalls:sys_*_lseek,sched:sched_process_exec,sched:sched_process_exit", event -> {
            List<Object> arguments = new ArrayList<>();
            for (int i = -1; i < 6; i++) {
                arguments.add(event.argument(i));
            }
            seen.add(arguments);
        }, "perl", "-MPOSIX", "-e", "POSIX::lseek(77, -5, 2)");
        assertEquals(Arrays.asList(null, "/usr/bin/perl"), seen.getFirst().subList(0, 2));
        // The last calls are those of the command line; loading modules makes others.
        List<List<Object>> last = seen.subList(seen.size() - 3, seen.size());
        Object number = last.get(0).get(1);
        assertEquals(Arrays.asList(null, number, 77L, -5L, 2L, null, null), last.get(0));
        assertEquals(Arrays.asList(null, number, -9L, null, null, null, null), last.get(1));
        assertEquals("perl", last.get(2).get(1));
    }

    @Test
    void samplesTheTimeOfACommand() throws Exception {
        List<String> seen = new ArrayList<>();
        try (Kernel kernel = JnaKernel.open()) {
            SyscallTable syscalls = SyscallTable.of(kernel.identity().architecture());
            ProbePlan plan = new Planner(Catalog.read(kernel.traceFs()), syscalls)
                    .plan(List.of(), List.of(new Sampling(0, 1_000_000)));
            Traced traced = Traced.run(kernel, plan, CaptureOptions.tracedProcesses(),
                    event -> seen.add(String.join(" ", event.name(), event.execname(), event.text(),
                            String.valueOf(event.argument(0)))),
                    "perl", "-e", "my ($u, $s) = times; while ($u + $s < 0.5) { ($u, $s) = times }");
            Loss loss = traced.count("profile-1ms");
            assertEquals(loss.fired(), loss.delivered());
            assertTrue(loss.fired() > 400 && loss.fired() < 700, loss.toString());
        }
        assertEquals(Set.of("profile-1ms perl argstr_not_available null"), Set.copyOf(seen));
    }

    @Test
    void capturesOneCpuAlone() throws Exception {
        try (Kernel kernel = JnaKernel.open()) {
            Requirements.need(kernel.onlineCpus().size() > 1, "there is one CPU only");
            for (int cpu : List.of(0, 1)) {
                CaptureOptions options = CaptureOptions.tracedProcesses().onCpu(OptionalInt.of(cpu));
                Traced traced = Traced.run(kernel, Traced.plan(kernel, "syscalls:sys_enter_getppid"), options,
                        event -> assertEquals(cpu, event.cpu()), "taskset", "-c", "1", "perl", "-e", GETPPID, "200");
                assertEquals(cpu == 1 ? 200 : 0, traced.count("sys_enter_getppid").fired());
            }
        }
    }

    @Test
    void knowsWhenATracedProcessEnds() throws Exception {
        Process process = new ProcessBuilder("perl", "-e", "<STDIN>; getppid for 1..100").start();
        int pid = (int) process.pid();
        try (Kernel kernel = JnaKernel.open();
                Capture capture = Capture.attach(kernel, Traced.plan(kernel, "syscalls:sys_enter_getppid"),
                        CaptureOptions.tracedProcesses())) {
            capture.enable();
            assertFalse(capture.isTraced(pid));
            capture.trace(pid);
            assertTrue(capture.isTraced(pid));
            process.getOutputStream().close();
            process.waitFor();
            assertFalse(capture.isTraced(pid));
            assertEquals(100, capture.counts().values().iterator().next().fired());
            assertEquals(0, capture.untracked());
            assertThrows(NoSuchProcessException.class, () -> capture.trace(Integer.MAX_VALUE));
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Set<String> before = KernelObjects.held();
        long descriptors = KernelObjects.openDescriptors();
        Set<String> held;
        try (Kernel kernel = JnaKernel.open()) {
            Capture capture = Capture.attach(kernel, Traced.plan(kernel, "tp:syscalls,irq:*"),
                    CaptureOptions.tracedProcesses());
            capture.enable();
            held = KernelObjects.held();
            held.removeAll(before);
            assertTrue(held.size() > 15, held.toString());
            capture.close();
            capture.close();
            assertEquals(0, kernel.openHandles());
        }
        assertEquals(descriptors, KernelObjects.openDescriptors());
        KernelObjects.assertGone(held);
    }
}
