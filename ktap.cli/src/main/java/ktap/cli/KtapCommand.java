package ktap.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import ktap.runtime.bytecode.Disassembler;
import ktap.runtime.session.TraceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ktap}: runs a script, or shows its bytecode, or the events that scripts can trace. */
@Command(name = "ktap", versionProvider = KtapVersion.class, sortOptions = false, exitCodeOnInvalidInput = ExitCode.USAGE,
        customSynopsis = {
                "ktap [OPTIONS] FILE [ARGUMENTS] [-- COMMAND [ARGUMENTS]]",
                "       ktap [OPTIONS] -e SCRIPT [ARGUMENTS] [-- COMMAND [ARGUMENTS]]",
                "       ktap [OPTIONS] -s EVENT [-- COMMAND [ARGUMENTS]]",
                "       ktap -le GLOB",
                "       ktap check|compile|explain|fmt|completion ..." },
        description = "Traces a running Linux with a small script: prints what happens, counts it, draws histograms.",
        footer = {
                "%nBehind --: a command to start and trace, with its children; tracing ends when it ends.",
                "Without it ktap traces the whole system until Ctrl-C.",
                "%nExit codes: 0 done; 1 wrong usage; 2 the script failed while it ran; 3 the target cannot do it; "
                        + "4 the output cannot be written; 255 the script cannot be read or has errors." })
final class KtapCommand implements Callable<Integer> {
    private final OutputStream standardOutput;
    private final PrintWriter messages;
    private final List<String> workload;

    @Spec
    private CommandSpec spec;

    @Option(names = "-e", paramLabel = "SCRIPT", description = "Run this text in place of a file.")
    private String oneLiner;

    @Option(names = "-s", paramLabel = "EVENT",
            description = "Show each of these events: the CPU, the thread's id and name, the event.")
    private String shownEvent;

    @Option(names = { "-le", "--list" }, paramLabel = "GLOB",
            description = "List the events that can be traced and match, for example 'sched:*', and end.")
    private String listed;

    @Option(names = "-o", paramLabel = "FILE", description = "Write the output to this file.")
    private Path outputFile;

    @Mixin
    private TraceSettings settings;

    @Option(names = "-b", description = "Show the script's bytecode and do not run it.")
    private boolean disassemble;

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this text.")
    private boolean help;

    @Option(names = { "-V", "--version" }, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Parameters(paramLabel = "FILE", arity = "0..*",
            description = "The script, or a chunk of bytecode made of it; then the script's arguments.")
    private List<String> words = List.of();

    KtapCommand(OutputStream standardOutput, PrintWriter messages, List<String> workload) {
        this.standardOutput = standardOutput;
        this.messages = messages;
        this.workload = workload;
    }

    @Override
    public Integer call() throws IOException {
        checkUsage();
        if (listed != null) {
            return new EventLister(standardOutput, messages).list(listed);
        }
        Interrupts interrupts = Interrupts.catchAll();
        Optional<LoadedScript> script = load(new ScriptLoader(messages));
        if (script.isEmpty()) {
            return ExitCode.NOT_COMPILED;
        }
        if (outputFile == null) {
            return run(script.get(), interrupts, standardOutput);
        }
        try (OutputStream file = new FileOutputStream(outputFile.toFile())) {
            return run(script.get(), interrupts, file);
        } catch (IOException e) {
            messages.println("ktap: " + outputFile + ": cannot be written: " + e.getMessage());
            return ExitCode.OUTPUT_FAILED;
        }
    }

    private void checkUsage() {
        long texts = Stream.of(oneLiner, shownEvent, listed).filter(text -> text != null).count();
        if (texts > 1) {
            throw new ParameterException(spec.commandLine(), "-e, -s and -le exclude each other: give one");
        }
        if (texts == 0 && words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name a script, or give one with -e");
        }
        if (settings.pid().isPresent() && !workload.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "-p and -- exclude each other: both say what to trace");
        }
    }

    private Optional<LoadedScript> load(ScriptLoader loader) {
        if (shownEvent != null) {
            return loader.compile(ScriptLoader.COMMAND_LINE, SingleEvent.script(shownEvent));
        }
        return oneLiner != null ? loader.compile(ScriptLoader.COMMAND_LINE, oneLiner)
                : loader.load(Path.of(words.get(0)));
    }

    private int run(LoadedScript script, Interrupts interrupts, OutputStream out) throws IOException {
        if (disassemble) {
            out.write(Disassembler.list(script.chunk()).getBytes(StandardCharsets.UTF_8));
            out.flush();
            return ExitCode.OK;
        }
        boolean isFile = oneLiner == null && shownEvent == null;
        List<String> arguments = isFile ? words.subList(1, words.size()) : words;
        TraceRequest request =
                new TraceRequest(script.chunk(), arguments, workload, settings.pid(), settings.options());
        Report report = switch (settings.format()) {
            case TEXT -> new TextReport(out, messages, script.text(), settings.quiet(), settings.verbose());
            case JSON -> new JsonReport(out);
        };
        return new TraceRunner(messages, interrupts, report).run(request);
    }
}
