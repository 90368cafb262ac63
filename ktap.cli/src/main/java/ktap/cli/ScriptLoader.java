package ktap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import ktap.dsl.CompilationResult;
import ktap.dsl.KtapCompiler;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkReader;

/** Makes chunks of scripts, from text or from bytecode, and tells what is wrong with those that cannot be made one. */
final class ScriptLoader {
    /** How a script that is no file is called, as in the original. */
    static final String COMMAND_LINE = "(command line)";

    private final PrintWriter messages;

    ScriptLoader(PrintWriter messages) {
        this.messages = messages;
    }

    /** Loads a file of either kind; its first bytes tell which. Empty if that failed, which the user has been told. */
    Optional<LoadedScript> load(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return fail(file + ": no such file");
        } catch (AccessDeniedException e) {
            return fail(file + ": you may not read this file");
        } catch (IOException e) {
            return fail(file + ": cannot be read: " + e.getMessage());
        }
        if (ChunkReader.isChunk(content)) {
            try {
                return Optional.of(new LoadedScript(ChunkReader.read(content), Optional.empty()));
            } catch (ChunkException e) {
                return fail(file + ": " + e.getMessage());
            }
        }
        return compile(file.toString(), new String(content, StandardCharsets.UTF_8));
    }

    /** Compiles a script's text. Empty if it has errors, which the user has been told. */
    Optional<LoadedScript> compile(String name, String text) {
        CompilationResult result = KtapCompiler.standalone().compile(name, text);
        DiagnosticPrinter printer = new DiagnosticPrinter(messages, Optional.of(text));
        result.diagnostics().forEach(printer::print);
        return result.chunk().map(chunk -> new LoadedScript(chunk, Optional.of(text)));
    }

    private Optional<LoadedScript> fail(String message) {
        messages.println("ktap: " + message);
        return Optional.empty();
    }
}
