package ktap.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import ktap.runtime.bytecode.Disassembler;
import ktap.runtime.session.TraceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ktap}: runs a script, or shows its bytecode. */
@Command(name = "ktap", versionProvider = KtapVersion.class, sortOptions = false, exitCodeOnInvalidInput = ExitCode.USAGE,
        customSynopsis = {
                "ktap [OPTIONS] FILE [ARGUMENTS] [-- COMMAND [ARGUMENTS]]",
                "       ktap [OPTIONS] -e SCRIPT [ARGUMENTS] [-- COMMAND [ARGUMENTS]]",
                "       ktap compile FILE [-o CHUNK]" },
        description = "Traces a running Linux with a small script: prints what happens, counts it, draws histograms.",
        footer = {
                "%nBehind --: a command to start and trace, with its children; tracing ends when it ends.",
                "Without it ktap traces the whole system until Ctrl-C.",
                "%nExit codes: 0 done; 1 wrong usage; 2 the script failed while it ran; 3 the target cannot do it;",
                "4 the output cannot be written; 255 the script cannot be read or has errors." })
final class KtapCommand implements Callable<Integer> {
    private final OutputStream standardOutput;
    private final PrintWriter messages;
    private final List<String> workload;

    @Spec
    private CommandSpec spec;

    @Option(names = "-e", paramLabel = "SCRIPT", description = "Run this text in place of a file.")
    private String oneLiner;

    @Option(names = "-o", paramLabel = "FILE", description = "Write the script's output to this file.")
    private Path outputFile;

    @Option(names = { "-p", "--pid" }, paramLabel = "PID",
            description = "Trace only this process, with its children, until it ends.")
    private Integer pid;

    @Option(names = "-b", description = "Show the script's bytecode and do not run it.")
    private boolean disassemble;

    @Option(names = { "-q", "--quiet" }, description = "Do not say when tracing has started.")
    private boolean quiet;

    @Option(names = { "-v", "--verbose" }, description = "Say what is attached, and what became of each probe's events.")
    private boolean verbose;

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
        if (oneLiner == null && words.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name a script, or give one with -e");
        }
        if (pid != null && !workload.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "-p and -- exclude each other: both say what to trace");
        }
        Interrupts interrupts = Interrupts.catchAll();
        ScriptLoader loader = new ScriptLoader(messages);
        Optional<LoadedScript> script = oneLiner != null ? loader.compile(ScriptLoader.COMMAND_LINE, oneLiner)
                : loader.load(Path.of(words.get(0)));
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

    private int run(LoadedScript script, Interrupts interrupts, OutputStream out) throws IOException {
        if (disassemble) {
            out.write(Disassembler.list(script.chunk()).getBytes(StandardCharsets.UTF_8));
            out.flush();
            return ExitCode.OK;
        }
        List<String> arguments = oneLiner != null ? words : words.subList(1, words.size());
        TraceRequest request = new TraceRequest(script.chunk(), arguments, workload,
                pid == null ? OptionalInt.empty() : OptionalInt.of(pid));
        return new TraceRunner(messages, interrupts, quiet, verbose).run(script, request, out);
    }
}
