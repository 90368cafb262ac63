package ktap.bench;

import java.util.List;
import java.util.function.LongSupplier;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Closure;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptHost;
import ktap.runtime.vm.TimerKind;

/** Runs the function that a chunk hands to {@code kdebug.trace_end}; the result is what it prints. */
final class KtapRun implements LongSupplier, ScriptHost {
    private final Interpreter interpreter;
    private Closure run;
    private String printed;

    KtapRun(Chunk chunk) {
        try {
            interpreter = new Interpreter(ChunkVerifier.verify(chunk), this, Budget.defaults(), List.of());
        } catch (ChunkException e) {
            throw new IllegalStateException(e);
        }
        interpreter.runMain();
    }

    @Override
    public long getAsLong() {
        interpreter.call(run, null);
        return Long.parseLong(printed.strip());
    }

    @Override
    public void write(String byteString) {
        printed = byteString;
    }

    @Override
    public void atEnd(Closure function) {
        run = function;
    }

    @Override
    public void probe(String eventDefinition, Closure handler) {
        throw new UnsupportedOperationException("no program of the comparison has probes");
    }

    @Override
    public void timer(TimerKind kind, long periodNanos, Closure handler) {
        throw new UnsupportedOperationException("no program of the comparison has timers");
    }

    @Override
    public void traceUntilEnd() {
        throw new UnsupportedOperationException("no program of the comparison waits");
    }

    @Override
    public void exit() {
        throw new UnsupportedOperationException("no program of the comparison exits");
    }
}
