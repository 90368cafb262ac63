package ktap.dsl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.report.Diagnostic;

/**
 * What became of a script.
 *
 * @param chunk the compiled script; there is none if and only if there are errors
 * @param diagnostics errors and warnings by their place in the script
 */
public record CompilationResult(Optional<Chunk> chunk, List<Diagnostic> diagnostics) {
    public CompilationResult {
        Objects.requireNonNull(chunk);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The errors alone. */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }
}
