package ktap.dsl.ui;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Names of the bundle's contributions, and the way to its services for classes that the workbench makes. */
public final class KtapUi {
    /** The bundle. */
    public static final String BUNDLE = "ktap.dsl.ui";
    /** The type of the markers for problems of a script. */
    public static final String PROBLEM_MARKER = "ktap.dsl.ui.problem";
    /** The Histogram view. */
    public static final String HISTOGRAM_VIEW = "ktap.dsl.ui.views.histogram";
    /** The launch configuration type. */
    public static final String TRACE_TYPE = "ktap.dsl.ui.launch.trace";

    private KtapUi() {
    }

    /** A service that the {@linkplain KtapUiActivator activator} has registered. */
    public static <T> T service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(KtapUi.class).getBundleContext();
        return context.getService(context.getServiceReference(type));
    }

    /** An error status of this bundle. */
    public static IStatus error(String message, Throwable cause) {
        return new Status(IStatus.ERROR, BUNDLE, message, cause);
    }
}
