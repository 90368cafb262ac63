package ktap.runtime.probe;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the events that a script asks for are got from the kernel: a value that holds no descriptor.
 *
 * @param events all events, by their number
 * @param syscallEnters the numbers of the system calls whose beginning is wanted, and their events' numbers
 * @param syscallExits the numbers of the system calls whose end is wanted, and their events' numbers
 * @param tracepoints the numbers of the events that each take a program on their classic tracepoint
 * @param samplers what takes samples of the CPUs' clocks
 */
public record ProbePlan(List<EventDescriptor> events, SortedMap<Integer, Integer> syscallEnters,
        SortedMap<Integer, Integer> syscallExits, List<Integer> tracepoints, List<Sampler> samplers) {
    public ProbePlan {
        events = List.copyOf(events);
        syscallEnters = Collections.unmodifiableSortedMap(new TreeMap<>(syscallEnters));
        syscallExits = Collections.unmodifiableSortedMap(new TreeMap<>(syscallExits));
        tracepoints = List.copyOf(tracepoints);
        samplers = List.copyOf(samplers);
    }

    /**
     * Takes a sample of each CPU whenever its clock has run for the period.
     *
     * @param event the number of the samples' event
     * @param periodNanos at least {@link Sampling#SHORTEST_PERIOD}
     */
    public record Sampler(int event, long periodNanos) {
    }

    /** The plan of a script that asks for no event. */
    public static ProbePlan nothing() {
        return new ProbePlan(List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
    }

    /** Whether nothing is to be captured. */
    public boolean isEmpty() {
        return events.isEmpty();
    }
}
