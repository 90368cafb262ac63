package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ktap.runtime.kernel.Architecture;
import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.EventDescriptor;
import ktap.runtime.probe.Planner;
import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.ProbePlan;
import ktap.runtime.probe.ProbeSpecParser;
import ktap.runtime.probe.Registration;
import ktap.runtime.probe.Sampling;
import ktap.runtime.probe.SyscallTable;
import ktap.runtime.report.TargetException;

class PlannerTest {

    private static ProbePlan plan(Architecture architecture, String... definitions)
            throws TargetException, ProbeException {
        Catalog catalog = Catalog.read(FakeTraceFs.withEvents());
        List<Registration> registrations = new ArrayList<>();
        for (String definition : definitions) {
            registrations.add(new Registration(ProbeSpecParser.parse(definition), registrations.size()));
        }
        return new Planner(catalog, SyscallTable.of(architecture)).plan(registrations, List.of());
    }

    @Test
    void fusesSystemCallsAndGivesOthersAProgramEach() throws TargetException, ProbeException {
        ProbePlan plan = plan(Architecture.X86_64, "tp:syscalls", "sched:sched_switch");
        assertEquals(List.of("sys_exit_read", "sys_enter_read", "sys_enter_newfstatat", "sys_enter_brandnew",
                "sched_switch"), plan.events().stream().map(event -> event.name().event()).toList());
        assertEquals(Map.of(0, 1, 262, 2), plan.syscallEnters());
        assertEquals(Map.of(0, 0), plan.syscallExits());
        assertEquals(List.of(3, 4), plan.tracepoints());
    }

    @Test
    void givesEachSamplingASamplerAndAnEvent() throws TargetException, ProbeException {
        Catalog catalog = Catalog.read(FakeTraceFs.withEvents());
        Registration probe = new Registration(ProbeSpecParser.parse("sched:sched_switch"), 0);
        ProbePlan plan = new Planner(catalog, SyscallTable.of(Architecture.X86_64)).plan(List.of(probe),
                List.of(new Sampling(1, 20_000_000), new Sampling(2, 1_000_000_000 / 99)));
        assertEquals(List.of("sched:sched_switch", "profile:profile-20ms", "profile:profile-10101010ns"),
                plan.events().stream().map(event -> event.name().toString()).toList());
        assertEquals(List.of(new ProbePlan.Sampler(1, 20_000_000), new ProbePlan.Sampler(2, 10_101_010)),
                plan.samplers());
        assertEquals(List.of(List.of(0), List.of(1), List.of(2)),
                plan.events().stream().map(EventDescriptor::handlers).toList());
        assertThrows(IllegalArgumentException.class, () -> new Sampling(0, Sampling.SHORTEST_PERIOD - 1));
    }

    @Test
    void usesTheArchitecturesNumbers() throws TargetException, ProbeException {
        assertEquals(Map.of(63, 0, 79, 1), plan(Architecture.AARCH64, "syscalls:sys_enter_read,syscalls:*fstatat")
                .syscallEnters());
    }

    @Test
    void callsHandlersInOrderOfRegistrationAndOnceEach() throws TargetException, ProbeException {
        ProbePlan plan = plan(Architecture.X86_64, "sched:sched_switch", "sched:*,tp:sched_switch", "tp:sched_wakeup");
        assertEquals(Map.of("sched_switch", List.of(0, 1), "sched_wakeup", List.of(1, 2),
                "sched_process_exec", List.of(1)),
                plan.events().stream().collect(Collectors.toMap(
                        event -> event.name().event(), EventDescriptor::handlers)));
    }

    @Test
    void isPure() throws TargetException, ProbeException {
        ProbePlan first = plan(Architecture.X86_64, "tp:");
        ProbePlan second = plan(Architecture.X86_64, "tp:");
        assertEquals(first.syscallEnters(), second.syscallEnters());
        assertEquals(first.tracepoints(), second.tracepoints());
        assertEquals(first.events().stream().map(EventDescriptor::name).toList(),
                second.events().stream().map(EventDescriptor::name).toList());
    }
}
