package ktap.dsl.ui.editor;

import java.util.Optional;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;

/** Finds the workspace file behind what the workbench hands out, and the name that a script has in messages. */
public final class ScriptFiles {
    private ScriptFiles() {
    }

    /** The file that a document is the text of; empty for files outside the workspace. */
    static Optional<IFile> of(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        if (buffer == null || buffer.getLocation() == null) {
            return Optional.empty();
        }
        return inWorkspace(buffer.getLocation());
    }

    /** The name of a script in messages and diagnostics: its path in the workspace, for example {@code demo/a.kp}. */
    public static String sourceName(IFile file) {
        return file.getFullPath().makeRelative().toString();
    }

    /** The script that a {@linkplain #sourceName name} stands for, if there still is one. */
    public static Optional<IFile> named(String sourceName) {
        return inWorkspace(IPath.fromOSString(sourceName).makeAbsolute());
    }

    private static Optional<IFile> inWorkspace(IPath path) {
        if (path.segmentCount() < 2) {
            return Optional.empty();
        }
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
        return file.exists() ? Optional.of(file) : Optional.empty();
    }
}
