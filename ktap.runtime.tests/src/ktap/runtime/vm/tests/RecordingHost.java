package ktap.runtime.vm.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ktap.runtime.vm.Closure;
import ktap.runtime.vm.ScriptHost;
import ktap.runtime.vm.TimerKind;

/** Keeps what a script does, and runs {@link #whileTracing} when it waits. */
final class RecordingHost implements ScriptHost {
    final StringBuilder output = new StringBuilder();
    final Map<String, Closure> probes = new LinkedHashMap<>();
    final List<String> timers = new ArrayList<>();
    final List<Closure> endFunctions = new ArrayList<>();
    Runnable whileTracing = () -> {
    };
    int exits;

    @Override
    public void write(String byteString) {
        output.append(byteString);
    }

    @Override
    public void probe(String eventDefinition, Closure handler) {
        probes.put(eventDefinition, handler);
    }

    @Override
    public void timer(TimerKind kind, long periodNanos, Closure handler) {
        timers.add(kind + " " + periodNanos + " " + handler.name());
    }

    @Override
    public void atEnd(Closure function) {
        endFunctions.add(function);
    }

    @Override
    public void traceUntilEnd() {
        whileTracing.run();
    }

    @Override
    public void exit() {
        exits++;
    }
}
