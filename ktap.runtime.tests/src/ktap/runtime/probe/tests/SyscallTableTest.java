package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ktap.runtime.kernel.Architecture;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.kernel.tests.Requirements;
import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.EventName;
import ktap.runtime.probe.SyscallTable;

class SyscallTableTest {
    private static final String ENTER = "sys_enter_";
    /** Makes each call in a child of its own, with arguments that no call accepts, right after a call of getppid. */
    private static final String CALL_EACH = """
            use POSIX (); $| = 1; <STDIN>;
            for my $number (@ARGV) {
                my $child = fork;
                if (!$child) {
                    POSIX::setsid(); alarm 1; getppid; syscall($number + 0, (-1) x 6); POSIX::_exit(0);
                }
                print "$number $child\\n";
                waitpid $child, 0;
            }
            """;

    @Test
    void knowsTheGenericTableToo() {
        assertEquals(63, SyscallTable.of(Architecture.AARCH64).number("read").orElseThrow());
        assertEquals(160, SyscallTable.of(Architecture.RISCV64).number("newuname").orElseThrow());
        assertTrue(SyscallTable.of(Architecture.X86_64).number("nosuchcall").isEmpty());
    }

    /**
     * Every call that this kernel has an event for must be what the kernel's own tracer sees for the table's number.
     */
    @Test
    void isTheRunningKernels() throws Exception {
        Requirements.needTracing();
        try (Kernel kernel = JnaKernel.open();
                TracingInstance instance = new TracingInstance(kernel.traceFs().root())) {
            SyscallTable table = SyscallTable.of(kernel.identity().architecture());
            Map<String, String> numbers = new HashMap<>();
            for (EventName event : Catalog.read(kernel.traceFs()).events()) {
                if (event.subsystem().equals(EventName.SYSCALLS) && event.event().startsWith(ENTER)) {
                    String call = event.event().substring(ENTER.length());
                    numbers.put(call, Integer.toString(table.number(call).orElseThrow(
                            () -> new AssertionError("no number for " + call))));
                }
            }
            assertTrue(numbers.size() > 300, "events of system calls: " + numbers.size());
            Map<String, String> seen = callsAfterGetppid(instance, List.copyOf(numbers.values()));
            numbers.forEach((call, number) -> assertEquals(call, seen.get(number), "the call of number " + number));
        }
    }

    /** The call that the kernel saw for each number. */
    private static Map<String, String> callsAfterGetppid(TracingInstance instance, List<String> numbers)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("perl", "-e", CALL_EACH));
        command.addAll(numbers);
        Process perl = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        instance.follow(perl.pid());
        perl.getOutputStream().close();
        Map<String, String> numberOf = new HashMap<>();
        perl.inputReader().lines().map(line -> line.split(" ")).forEach(words -> numberOf.put(words[1], words[0]));
        assertEquals(0, perl.waitFor());
        Map<String, String> seen = new HashMap<>();
        Map<String, String> previous = new HashMap<>();
        for (TracingInstance.Call call : instance.calls()) {
            String number = numberOf.get(call.thread());
            if (number != null && "getppid".equals(previous.put(call.thread(), call.name()))) {
                seen.putIfAbsent(number, call.name());
            }
        }
        return seen;
    }
}
