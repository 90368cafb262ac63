package ktap.dsl.tests;

import java.util.ArrayList;
import java.util.List;

import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Closure;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptHost;
import ktap.runtime.vm.TimerKind;

/** Runs main chunks without any kernel, and keeps their output and what they register. */
final class RecordingHost implements ScriptHost {
    private final StringBuilder output = new StringBuilder();
    private final List<String> probes = new ArrayList<>();
    private final List<String> timers = new ArrayList<>();
    private final List<Closure> ends = new ArrayList<>();

    static RecordingHost run(String script) {
        return run(script, Budget.defaults());
    }

    static RecordingHost run(String script, Budget budget) {
        RecordingHost host = new RecordingHost();
        try {
            new Interpreter(ChunkVerifier.verify(Compilation.chunk(script)), host, budget, List.of("test.kp"))
                    .runMain();
        } catch (ChunkException e) {
            throw new AssertionError(e);
        }
        return host;
    }

    static String output(String script) {
        return run(script).output();
    }

    String output() {
        return output.toString();
    }

    List<String> probes() {
        return probes;
    }

    List<String> timers() {
        return timers;
    }

    List<Closure> ends() {
        return ends;
    }

    @Override
    public void write(String byteString) {
        output.append(byteString);
    }

    @Override
    public void probe(String eventDefinition, Closure handler) {
        probes.add(eventDefinition);
    }

    @Override
    public void timer(TimerKind kind, long periodNanos, Closure handler) {
        timers.add(kind + " " + periodNanos);
    }

    @Override
    public void atEnd(Closure function) {
        ends.add(function);
    }

    @Override
    public void traceUntilEnd() {
        output.append("<tracing>");
    }

    @Override
    public void exit() {
        output.append("<exit>");
    }
}
