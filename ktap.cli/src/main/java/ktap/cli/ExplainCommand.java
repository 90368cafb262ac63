package ktap.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.TraceOptions;
import ktap.runtime.session.TracePlan;
import ktap.runtime.session.TraceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ktap explain}: shows how a script's handlers would get their events, without its output. */
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Runs a script up to where tracing would begin, and shows for each handler the events that match,"
                + " how they would be captured, and what would run the handler. Attaches nothing.")
final class ExplainCommand implements Callable<Integer> {
    private final OutputStream out;
    private final PrintWriter messages;

    @Option(names = { "-v", "--verbose" }, description = "Name every event.")
    private boolean verbose;

    @Parameters(index = "0", paramLabel = "FILE", description = "The script.")
    private Path script;

    @Parameters(index = "1..*", paramLabel = "ARGUMENTS", description = "The script's arguments.")
    private List<String> arguments = List.of();

    ExplainCommand(OutputStream out, PrintWriter messages) {
        this.out = out;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Interrupts interrupts = Interrupts.catchAll();
        Optional<LoadedScript> loaded = new ScriptLoader(messages).load(script);
        if (loaded.isEmpty()) {
            return ExitCode.NOT_COMPILED;
        }
        TraceRequest request = new TraceRequest(loaded.get().chunk(), arguments, List.of(), OptionalInt.empty(),
                new TraceOptions(OptionalInt.empty(), false, true));
        return new TraceRunner(messages, interrupts, new Explanation(loaded.get())).run(request);
    }

    private final class Explanation implements Report {
        private final DiagnosticPrinter diagnostics;

        Explanation(LoadedScript loaded) {
            this.diagnostics = new DiagnosticPrinter(messages, loaded.text());
        }

        @Override
        public OutputStream scriptOutput() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void planned(TracePlan plan) {
            PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
            new PlanPrinter(writer, verbose).print(plan);
            writer.flush();
        }

        @Override
        public void ended(SessionResult result, List<TableSnapshot> tables) {
            result.problems().forEach(problem -> diagnostics.print(problem.diagnostic()));
        }

        @Override
        public void failed(Diagnostic reason) {
            diagnostics.print(reason);
        }
    }
}
