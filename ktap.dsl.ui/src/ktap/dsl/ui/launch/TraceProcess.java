package ktap.dsl.ui.launch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eclipse.ui.PlatformUI;

import ktap.dsl.ui.KtapUi;

/** A trace as the debug framework knows processes: it has a console, can be terminated, and has an exit value. */
final class TraceProcess extends PlatformObject implements IProcess {
    private final ILaunch launch;
    private final TraceRun run;
    private final IStreamsProxy streams;
    private final Map<String, String> attributes = new ConcurrentHashMap<>();

    TraceProcess(ILaunch launch, TraceRun run, TraceStreams streams) {
        this.launch = launch;
        this.run = run;
        this.streams = streams;
        attributes.put(ATTR_PROCESS_TYPE, KtapUi.TRACE_TYPE);
    }

    /** Joins the launch and starts the trace. */
    void start() {
        launch.addProcess(this);
        fire(DebugEvent.CREATE);
        run.start(() -> fire(DebugEvent.TERMINATE));
    }

    @Override
    public String getLabel() {
        return run.label();
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return streams;
    }

    @Override
    public boolean canTerminate() {
        return run.isRunning();
    }

    @Override
    public boolean isTerminated() {
        return !run.isRunning();
    }

    /** Asks the trace to end: its end functions run, and their output still comes. */
    @Override
    public void terminate() {
        run.stop();
    }

    @Override
    public int getExitValue() throws DebugException {
        return run.exitValue().orElseThrow(
                () -> new DebugException(KtapUi.error("The trace " + run.label() + " has not ended yet.", null)));
    }

    @Override
    public void setAttribute(String key, String value) {
        attributes.put(key, value);
        fire(DebugEvent.CHANGE);
    }

    @Override
    public String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IProcess.class) {
            return adapter.cast(this);
        }
        if (adapter == ILaunch.class) {
            return adapter.cast(launch);
        }
        if (adapter == ILaunchConfiguration.class) {
            return adapter.cast(launch.getLaunchConfiguration());
        }
        return super.getAdapter(adapter);
    }

    /**
     * Tells the framework; not when Eclipse is going down, since the views that listen have lost their display by then.
     */
    private void fire(int kind) {
        DebugPlugin plugin = DebugPlugin.getDefault();
        if (plugin != null && PlatformUI.isWorkbenchRunning()) {
            plugin.fireDebugEventSet(new DebugEvent[] { new DebugEvent(this, kind) });
        }
    }
}
