package ktap.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * Takes the arguments apart: what stands before the first {@code --} is ktap's, what stands behind it is the workload.
 * Knows nothing of what the commands do.
 */
final class KtapCommandLine {
    private final OutputStream out;
    private final PrintWriter messages;

    KtapCommandLine(OutputStream out, PrintWriter messages) {
        this.out = out;
        this.messages = messages;
    }

    /** Runs the command and returns its {@link ExitCode}. */
    int execute(String... args) {
        List<String> words = Arrays.asList(args);
        int separator = words.indexOf("--");
        List<String> own = separator < 0 ? words : words.subList(0, separator);
        List<String> workload = separator < 0 ? List.of() : words.subList(separator + 1, words.size());
        CommandLine command = new CommandLine(new KtapCommand(out, messages, workload))
                .setStopAtPositional(true)
                .addSubcommand(new CheckCommand(messages))
                .addSubcommand(new CompileCommand(messages))
                .addSubcommand(new ExplainCommand(out, messages))
                .addSubcommand(new FmtCommand(out, messages))
                .addSubcommand(new CompletionCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true))
                .setErr(messages)
                .setExecutionExceptionHandler(reportBug());
        return command.execute(own.toArray(String[]::new));
    }

    /** A bug in ktap: the user gets one line that can be reported, and the whole story on request. */
    private IExecutionExceptionHandler reportBug() {
        return (exception, command, result) -> {
            messages.println("ktap: internal error, please report it: " + exception);
            StackTraceElement[] trace = exception.getStackTrace();
            Arrays.stream(trace).limit(5).forEach(frame -> messages.println("    in " + frame));
            return ExitCode.SCRIPT_FAILED;
        };
    }
}
