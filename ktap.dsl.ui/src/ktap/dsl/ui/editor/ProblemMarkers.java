package ktap.dsl.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.NullProgressMonitor;

import ktap.dsl.ui.KtapUi;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;

/** Puts the diagnostics of a script on its file, where the editor and the Problems view show them. */
public final class ProblemMarkers {
    private ProblemMarkers() {
    }

    /**
     * Replaces all problems of a file in one operation, so that viewers see one change.
     *
     * @param isCurrent asked inside the operation; if not, the diagnostics are of an older text, and nothing is changed
     */
    public static void replace(IFile file, List<Diagnostic> diagnostics, BooleanSupplier isCurrent)
            throws CoreException {
        IWorkspace workspace = file.getWorkspace();
        ICoreRunnable operation = monitor -> {
            if (file.exists() && isCurrent.getAsBoolean()) {
                file.deleteMarkers(KtapUi.PROBLEM_MARKER, false, IResource.DEPTH_ZERO);
                for (Diagnostic diagnostic : diagnostics) {
                    file.createMarker(KtapUi.PROBLEM_MARKER, attributes(diagnostic));
                }
            }
        };
        workspace.run(operation, workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE,
                new NullProgressMonitor());
    }

    private static Map<String, Object> attributes(Diagnostic diagnostic) {
        SourceRange range = diagnostic.range();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.MESSAGE, message(diagnostic));
        attributes.put(IMarker.SEVERITY, severity(diagnostic));
        attributes.put(IMarker.LINE_NUMBER, Math.max(1, range.line()));
        attributes.put("code", diagnostic.code());
        if (range.offset() >= 0) {
            attributes.put(IMarker.CHAR_START, range.offset());
            attributes.put(IMarker.CHAR_END, range.offset() + range.length());
        }
        return attributes;
    }

    private static String message(Diagnostic diagnostic) {
        String hint = diagnostic.hint();
        return hint.isEmpty() ? diagnostic.message() : diagnostic.message() + " (" + hint + ")";
    }

    private static int severity(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            case INFO -> IMarker.SEVERITY_INFO;
        };
    }
}
