package ktap.dsl.ui.testing;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;

import ktap.dsl.ui.KtapUi;

/** A project in the workspace for the time of a test. */
public final class ScriptProject implements AutoCloseable {
    private final IProject project;

    public ScriptProject(String name) throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
    }

    public IFile file(String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        file.create(text.getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);
        return file;
    }

    /** Opens a file as a double click does. */
    public static IEditorPart open(IFile file) throws CoreException {
        return IDE.openEditor(Ui.page(), file);
    }

    public static IMarker[] problems(IFile file) {
        return Ui.get(() -> file.findMarkers(KtapUi.PROBLEM_MARKER, true, IResource.DEPTH_ZERO));
    }

    @Override
    public void close() throws CoreException {
        Ui.page().closeAllEditors(false);
        project.delete(true, true, null);
    }
}
