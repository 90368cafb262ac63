package ktap.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One run of each program in each interpreter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class InterpreterBenchmark {
    @Param
    public Program program;
    @Param
    public Engine engine;
    private LongSupplier run;

    /** Loads the program and makes sure that it computes what it should. */
    @Setup
    public void load() {
        run = engine.load(program);
        long result = run.getAsLong();
        if (result != program.result()) {
            throw new IllegalStateException(engine + " computes " + result + " for " + program);
        }
    }

    @Benchmark
    public long run() {
        return run.getAsLong();
    }
}
