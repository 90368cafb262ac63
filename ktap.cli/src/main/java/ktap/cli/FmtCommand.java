package ktap.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import ktap.dsl.KtapCompiler;
import ktap.dsl.KtapFormatter;
import ktap.runtime.report.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ktap fmt}: lays scripts out. */
@Command(name = "fmt", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Lays scripts out, and prints them or writes them back.")
final class FmtCommand implements Callable<Integer> {
    private static final String SYNTAX = "ktap.syntax";

    private final OutputStream out;
    private final PrintWriter messages;

    @Option(names = { "-w", "--write" }, description = "Write the scripts back to their files.")
    private boolean write;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scripts.")
    private List<Path> scripts;

    FmtCommand(OutputStream out, PrintWriter messages) {
        this.out = out;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        KtapFormatter formatter = KtapFormatter.standalone();
        KtapCompiler compiler = KtapCompiler.standalone();
        int status = ExitCode.OK;
        for (Path script : scripts) {
            int result = format(script, formatter, compiler);
            status = result == ExitCode.OK ? status : result;
        }
        return status;
    }

    private int format(Path script, KtapFormatter formatter, KtapCompiler compiler) {
        String text;
        try {
            text = Files.readString(script);
        } catch (NoSuchFileException e) {
            return fail(script + ": no such file", ExitCode.NOT_COMPILED);
        } catch (CharacterCodingException e) {
            return fail(script + ": is no UTF-8 text", ExitCode.NOT_COMPILED);
        } catch (IOException e) {
            return fail(script + ": cannot be read: " + e.getMessage(), ExitCode.NOT_COMPILED);
        }
        List<Diagnostic> errors = compiler.compile(script.toString(), text).diagnostics().stream()
                .filter(diagnostic -> diagnostic.isError() && diagnostic.code().startsWith(SYNTAX)).toList();
        if (!errors.isEmpty()) {
            errors.forEach(new DiagnosticPrinter(messages, Optional.of(text))::print);
            return ExitCode.NOT_COMPILED;
        }
        return put(script, text, formatter.format(text));
    }

    private int put(Path script, String text, String formatted) {
        try {
            if (!write) {
                out.write(formatted.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } else if (!formatted.equals(text)) {
                Files.writeString(script, formatted);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            return fail(script + ": cannot be written: " + e.getMessage(), ExitCode.OUTPUT_FAILED);
        }
    }

    private int fail(String message, int status) {
        messages.println("ktap: " + message);
        return status;
    }
}
