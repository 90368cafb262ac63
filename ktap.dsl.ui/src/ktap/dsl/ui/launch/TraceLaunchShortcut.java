package ktap.dsl.ui.launch;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.editor.ScriptFiles;

/** Run As &gt; ktap trace: runs the script's launch configuration, and makes one for its first run. */
public final class TraceLaunchShortcut implements ILaunchShortcut2 {

    @Override
    public void launch(ISelection selection, String mode) {
        launch(fileOf(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(fileOf(editor), mode);
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return configurationsOf(fileOf(selection));
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        return configurationsOf(fileOf(editor));
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        return fileOf(selection);
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return fileOf(editor);
    }

    private static void launch(IFile script, String mode) {
        if (script == null) {
            return;
        }
        try {
            DebugUITools.launch(configurationFor(script), mode);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e, KtapUi.BUNDLE);
        }
    }

    /** Null, as the interface has it, if they cannot be read: the framework then launches anew, and that says why. */
    private static ILaunchConfiguration[] configurationsOf(IFile script) {
        if (script == null) {
            return null;
        }
        try {
            return find(script).toArray(ILaunchConfiguration[]::new);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e, KtapUi.BUNDLE);
            return null;
        }
    }

    private static List<ILaunchConfiguration> find(IFile script) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String name = ScriptFiles.sourceName(script);
        List<ILaunchConfiguration> found = new ArrayList<>();
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations(type(manager))) {
            if (TraceSettings.readFrom(configuration).script().equals(name)) {
                found.add(configuration);
            }
        }
        return found;
    }

    /** The script's configuration; made and saved if there is none. */
    static ILaunchConfiguration configurationFor(IFile script) throws CoreException {
        List<ILaunchConfiguration> existing = find(script);
        return existing.isEmpty() ? create(script) : existing.getFirst();
    }

    private static ILaunchConfiguration create(IFile script) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String name = manager.generateLaunchConfigurationName(script.getName());
        ILaunchConfigurationWorkingCopy configuration = type(manager).newInstance(null, name);
        configuration.setMappedResources(new IResource[] { script });
        TraceSettings.ofScript(ScriptFiles.sourceName(script)).writeTo(configuration);
        return configuration.doSave();
    }

    private static ILaunchConfigurationType type(ILaunchManager manager) {
        return manager.getLaunchConfigurationType(KtapUi.TRACE_TYPE);
    }

    private static IFile fileOf(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                ? Adapters.adapt(structured.getFirstElement(), IFile.class) : null;
    }

    private static IFile fileOf(IEditorPart editor) {
        return Adapters.adapt(editor.getEditorInput(), IFile.class);
    }
}
