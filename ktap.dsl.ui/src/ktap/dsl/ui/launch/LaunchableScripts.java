package ktap.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.ILaunchable;

/**
 * Marks files as launchable: without a mark from somebody, the debug framework leaves the Run As menu out, and an
 * Eclipse without Java tools has no other.
 */
public final class LaunchableScripts implements IAdapterFactory {
    private static final ILaunchable MARK = new ILaunchable() { };

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        boolean isScript = adaptable instanceof IFile file && "kp".equals(file.getFileExtension());
        return isScript && type == ILaunchable.class ? type.cast(MARK) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] { ILaunchable.class };
    }
}
