package ktap.dsl.ui;

import java.time.Duration;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import ktap.dsl.ui.language.KtapLanguage;
import ktap.dsl.ui.traces.RunningTraces;

/**
 * Registers the objects that the bundle's parts share as OSGi services, and ends what still runs when the bundle stops.
 */
public final class KtapUiActivator implements BundleActivator {
    private static final Duration DETACH_TIME = Duration.ofSeconds(5);

    private RunningTraces traces;

    @Override
    public void start(BundleContext context) {
        traces = new RunningTraces();
        context.registerService(RunningTraces.class, traces, null);
        context.registerService(KtapLanguage.class, new KtapLanguage(), null);
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        traces.stopAll(DETACH_TIME);
    }
}
