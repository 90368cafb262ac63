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
 */
public record ProbePlan(List<EventDescriptor> events, SortedMap<Integer, Integer> syscallEnters,
        SortedMap<Integer, Integer> syscallExits, List<Integer> tracepoints) {
    public ProbePlan {
        events = List.copyOf(events);
        syscallEnters = Collections.unmodifiableSortedMap(new TreeMap<>(syscallEnters));
        syscallExits = Collections.unmodifiableSortedMap(new TreeMap<>(syscallExits));
        tracepoints = List.copyOf(tracepoints);
    }

    /** Whether nothing is to be captured. */
    public boolean isEmpty() {
        return events.isEmpty();
    }
}
