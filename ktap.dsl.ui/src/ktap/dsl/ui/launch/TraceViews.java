package ktap.dsl.ui.launch;

import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;

import ktap.dsl.ui.KtapUi;

/**
 * Brings the views of a trace to sight when it starts, without taking the keyboard from what the user does: the
 * Histogram view, and the Console view, which has the button that ends the trace and would not open by itself before
 * there is output.
 */
final class TraceViews {
    private TraceViews() {
    }

    /** May be called on any thread; returns at once. Does nothing in an Eclipse without a workbench. */
    static void open() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(TraceViews::show);
        }
    }

    private static void show() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            return;
        }
        for (String view : List.of(IConsoleConstants.ID_CONSOLE_VIEW, KtapUi.HISTOGRAM_VIEW)) {
            try {
                page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
            } catch (PartInitException e) {
                ILog.get().error("The view " + view + " could not be opened", e);
            }
        }
    }
}
