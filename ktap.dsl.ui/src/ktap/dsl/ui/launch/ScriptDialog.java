package ktap.dsl.ui.launch;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;

/** Lets the user choose a script of the workspace. */
final class ScriptDialog {
    private ScriptDialog() {
    }

    static Optional<IFile> open(Shell shell) {
        FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(shell, false,
                ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
        dialog.setTitle("Choose a Script");
        dialog.setInitialPattern("*.kp");
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file ? Optional.of(file)
                : Optional.empty();
    }
}
