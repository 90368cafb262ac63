package ktap.dsl.ui.launch;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;

import ktap.dsl.CompilationResult;
import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.editor.ProblemMarkers;
import ktap.dsl.ui.editor.ScriptFiles;
import ktap.dsl.ui.language.KtapLanguage;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.report.Diagnostic;

/** Compiles a script for a launch, from the file as it is saved. */
final class ScriptCompilation {
    private ScriptCompilation() {
    }

    /**
     * Compiles, and marks the file with what there is to say.
     *
     * @throws CoreException if the script has errors; its status names each with its place
     */
    static Chunk compile(KtapLanguage language, IFile script) throws CoreException {
        CompilationResult result = language.compile(ScriptFiles.sourceName(script), script.readString());
        ProblemMarkers.replace(script, result.diagnostics(), () -> true);
        return result.chunk().orElseThrow(() -> failure(script, result.diagnostics()));
    }

    private static CoreException failure(IFile script, List<Diagnostic> diagnostics) {
        List<IStatus> errors = diagnostics.stream().filter(Diagnostic::isError)
                .map(error -> KtapUi.error(ProblemText.of(error), null)).toList();
        String first = errors.isEmpty() ? "" : "\n" + errors.getFirst().getMessage();
        String message = script.getName() + " has errors; nothing was traced." + first;
        return new CoreException(new MultiStatus(KtapUi.BUNDLE, IStatus.ERROR, errors.toArray(IStatus[]::new), message,
                null));
    }
}
