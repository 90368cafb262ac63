package ktap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import ktap.runtime.bytecode.ChunkWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ktap compile}: writes a script's bytecode to a file that runs without the script. */
@Command(name = "compile", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Compiles a script to bytecode that runs without it.")
final class CompileCommand implements Callable<Integer> {
    private final PrintWriter messages;

    @Parameters(paramLabel = "FILE", description = "The script.")
    private Path script;

    @Option(names = { "-o", "--output" }, paramLabel = "CHUNK",
            description = "The file to write; without it, the script's name ending in .kpc.")
    private Path output;

    CompileCommand(PrintWriter messages) {
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Optional<LoadedScript> loaded = new ScriptLoader(messages).load(script);
        if (loaded.isEmpty()) {
            return ExitCode.NOT_COMPILED;
        }
        Path target = output != null ? output : defaultOutput();
        try {
            Files.write(target, ChunkWriter.write(loaded.get().chunk()));
            return ExitCode.OK;
        } catch (IOException e) {
            messages.println("ktap: " + target + ": cannot be written: " + e.getMessage());
            return ExitCode.OUTPUT_FAILED;
        }
    }

    private Path defaultOutput() {
        String name = script.getFileName().toString();
        return script.resolveSibling((name.endsWith(".kp") ? name.substring(0, name.length() - 3) : name) + ".kpc");
    }
}
