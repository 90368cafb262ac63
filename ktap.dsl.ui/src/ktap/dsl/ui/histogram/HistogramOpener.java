package ktap.dsl.ui.histogram;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

import ktap.dsl.ui.KtapUi;

/** Brings the Histogram view to sight when a trace starts, without taking the keyboard from what the user does. */
public final class HistogramOpener {
    private HistogramOpener() {
    }

    /** May be called on any thread; returns at once. Does nothing in an Eclipse without a workbench. */
    public static void open() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(HistogramOpener::show);
        }
    }

    private static void show() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            return;
        }
        try {
            page.showView(KtapUi.HISTOGRAM_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.get().error("The Histogram view could not be opened", e);
        }
    }
}
