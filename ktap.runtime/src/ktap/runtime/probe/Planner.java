package ktap.runtime.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides how the events that a script asks for are got from the kernel. Pure: the same input gives the same plan.
 * System calls are all captured by one pair of programs, since detaching takes the kernel tens of milliseconds for each
 * classic tracepoint; other events have a program each. A system call that is newer than ktap's table of numbers has a
 * program of its own, too; its records are laid out in the same way.
 */
public final class Planner {
    private final Catalog catalog;
    private final SyscallTable syscalls;

    public Planner(Catalog catalog, SyscallTable syscalls) {
        this.catalog = catalog;
        this.syscalls = syscalls;
    }

    /**
     * Plans the capture of events and samples.
     *
     * @throws ProbeException if a probe point matches no event
     */
    public ProbePlan plan(List<Registration> registrations, List<Sampling> samplings) throws ProbeException {
        List<EventDescriptor> events = events(registrations);
        SortedMap<Integer, Integer> enters = new TreeMap<>();
        SortedMap<Integer, Integer> exits = new TreeMap<>();
        List<Integer> tracepoints = new ArrayList<>();
        for (EventDescriptor event : events) {
            OptionalInt number = event.isSyscallEnter() || event.isSyscallExit()
                    ? syscalls.number(SyscallEvents.entryPoint(event.name().event())) : OptionalInt.empty();
            if (number.isEmpty()) {
                tracepoints.add(event.id());
            } else {
                (event.isSyscallEnter() ? enters : exits).put(number.getAsInt(), event.id());
            }
        }
        List<ProbePlan.Sampler> samplers = new ArrayList<>();
        for (Sampling sampling : samplings) {
            samplers.add(new ProbePlan.Sampler(events.size(), sampling.periodNanos()));
            events.add(sampling.event(events.size()));
        }
        return new ProbePlan(events, enters, exits, tracepoints, samplers);
    }

    private List<EventDescriptor> events(List<Registration> registrations) throws ProbeException {
        Map<EventName, List<Integer>> handlers = new LinkedHashMap<>();
        for (Registration registration : registrations) {
            Set<EventName> names = new LinkedHashSet<>();
            for (ProbePoint point : registration.points()) {
                names.addAll(catalog.find(point));
            }
            names.forEach(name -> handlers.computeIfAbsent(name, key -> new ArrayList<>()).add(registration.handler()));
        }
        List<EventDescriptor> events = new ArrayList<>();
        handlers.forEach((name, numbers) -> events.add(
                new EventDescriptor(events.size(), name, catalog.format(name), numbers)));
        return events;
    }
}
