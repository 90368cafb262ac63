package ktap.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link InterpreterBenchmark} and prints its medians, and their ratios to ktap's, as a table in Markdown. The
 * interpreters take turns, program by program and round by round, so that other load of the machine meets all of them.
 */
public final class CompareInterpreters {
    private static final int ROUNDS = 2;

    private final Map<Program, Map<Engine, List<Double>>> times = new EnumMap<>(Program.class);

    private CompareInterpreters() {
    }

    public static void main(String[] arguments) throws RunnerException {
        CompareInterpreters comparison = new CompareInterpreters();
        for (int round = 0; round < ROUNDS; round++) {
            for (Program program : Program.values()) {
                for (Engine engine : Engine.values()) {
                    comparison.measure(program, engine);
                }
            }
        }
        System.out.print(comparison.table());
    }

    private void measure(Program program, Engine engine) throws RunnerException {
        new Runner(new OptionsBuilder().include(InterpreterBenchmark.class.getName())
                .param("program", program.name()).param("engine", engine.name()).build()).run().forEach(this::add);
    }

    private void add(RunResult result) {
        BenchmarkParams params = result.getParams();
        List<Double> list = times
                .computeIfAbsent(Program.valueOf(params.getParam("program")), added -> new EnumMap<>(Engine.class))
                .computeIfAbsent(Engine.valueOf(params.getParam("engine")), added -> new ArrayList<>());
        result.getBenchmarkResults().forEach(fork -> {
            for (IterationResult iteration : fork.getIterationResults()) {
                list.add(iteration.getPrimaryResult().getScore());
            }
        });
    }

    private static double median(List<Double> scores) {
        return scores.stream().sorted().skip(scores.size() / 2).findFirst().orElseThrow();
    }

    private String table() {
        StringBuilder table = new StringBuilder("| program | ktap | LuaJ | Rhino | LuaJ / ktap | Rhino / ktap |\n"
                + "|---|---|---|---|---|---|\n");
        times.forEach((program, engines) -> {
            double ktap = median(engines.get(Engine.KTAP));
            double lua = median(engines.get(Engine.LUAJ));
            double rhino = median(engines.get(Engine.RHINO));
            table.append(String.format(Locale.ROOT, "| %s | %.0f us | %.0f us | %.0f us | %.2f | %.2f |%n",
                    program.name().toLowerCase(Locale.ROOT), ktap, lua, rhino, lua / ktap, rhino / ktap));
        });
        return table.toString();
    }
}
