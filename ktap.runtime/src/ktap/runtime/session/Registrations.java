package ktap.runtime.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import ktap.runtime.probe.EventDescriptor;
import ktap.runtime.probe.ProbePlan;
import ktap.runtime.probe.Registration;
import ktap.runtime.probe.Sampling;
import ktap.runtime.session.TracePlan.HandlerPlan;
import ktap.runtime.session.TracePlan.Means;
import ktap.runtime.session.TracePlan.Source;
import ktap.runtime.vm.Closure;

/** What the main chunk has asked for: its handlers, numbered in order, and what calls each. Not thread-safe. */
final class Registrations {
    private final List<Closure> handlers = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    private final List<Registration> probes = new ArrayList<>();
    private final List<Sampling> samplings = new ArrayList<>();
    private final TickSchedule ticks = new TickSchedule();

    boolean isEmpty() {
        return handlers.isEmpty();
    }

    /** The number that the next handler gets. */
    int next() {
        return handlers.size();
    }

    Closure handler(int number) {
        return handlers.get(number);
    }

    List<Registration> probes() {
        return probes;
    }

    List<Sampling> samplings() {
        return samplings;
    }

    TickSchedule ticks() {
        return ticks;
    }

    void add(String definition, Registration probe, Closure handler) {
        probes.add(probe);
        keep(definition, handler);
    }

    void addSampling(long periodNanos, Closure handler) {
        samplings.add(new Sampling(next(), periodNanos));
        keep("profile-" + Sampling.text(periodNanos), handler);
    }

    void addTick(long periodNanos, Closure handler) {
        ticks.add(next(), periodNanos);
        keep("tick-" + Sampling.text(periodNanos), handler);
    }

    private void keep(String definition, Closure handler) {
        definitions.add(definition);
        handlers.add(handler);
    }

    /** Whether the kernel is asked for anything. */
    boolean needCapture() {
        return !probes.isEmpty() || !samplings.isEmpty();
    }

    /** What would be attached for each handler. */
    TracePlan describe(ProbePlan plan) {
        List<Map<Means, List<String>>> events = new ArrayList<>();
        handlers.forEach(handler -> events.add(new EnumMap<>(Means.class)));
        for (EventDescriptor event : plan.events()) {
            Means means = means(plan, event);
            event.handlers().forEach(handler -> events.get(handler)
                    .computeIfAbsent(means, key -> new ArrayList<>()).add(event.name().toString()));
        }
        ticks.forEach((handler, period) -> events.get(handler).put(Means.SESSION_CLOCK, List.of()));
        List<HandlerPlan> described = new ArrayList<>();
        for (int i = 0; i < handlers.size(); i++) {
            List<Source> sources = events.get(i).entrySet().stream()
                    .map(entry -> new Source(entry.getKey(), entry.getValue())).toList();
            described.add(new HandlerPlan(handlers.get(i).name(), handlers.get(i).prototype().firstLine(),
                    definitions.get(i), sources));
        }
        return new TracePlan(described);
    }

    private static Means means(ProbePlan plan, EventDescriptor event) {
        if (event.isSample()) {
            return Means.CPU_CLOCKS;
        }
        return plan.tracepoints().contains(event.id()) ? Means.TRACEPOINTS : Means.SYSTEM_CALLS;
    }
}
