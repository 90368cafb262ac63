package ktap.dsl.ui.launch;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.editor.ScriptFiles;
import ktap.dsl.ui.language.KtapLanguage;
import ktap.dsl.ui.traces.RunningTraces;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.session.TraceRequest;
import ktap.runtime.target.Target;

/** Launches a trace: compiles the script, starts the session, and shows progress until the probes are attached. */
public final class TraceLaunchDelegate extends LaunchConfigurationDelegate {
    private static final Duration CANCEL_CHECK = Duration.ofMillis(100);

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, "Tracing with " + configuration.getName(), 3);
        TraceSettings settings = TraceSettings.readFrom(configuration);
        IFile script = scriptOf(settings);
        progress.subTask("Compiling " + script.getName());
        Chunk chunk = ScriptCompilation.compile(KtapUi.service(KtapLanguage.class), script);
        TraceRequest request = request(chunk, settings);
        progress.worked(1);

        TraceStreams streams = new TraceStreams();
        String label = script.getName() + " " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        TraceRun run = new TraceRun(label, Target.local(), request, streams);
        KtapUi.service(RunningTraces.class).add(run);
        TraceViews.open();
        new TraceProcess(launch, run, streams).start();
        progress.subTask("Attaching probes");
        awaitAttached(run, progress.split(2));
    }

    /** Lets the framework offer to save the script's project before the launch, as the user's preferences say. */
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        return ScriptFiles.named(TraceSettings.readFrom(configuration).script())
                .map(script -> new IProject[] { script.getProject() }).orElse(null);
    }

    /** A script needs no build of its project. */
    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }

    private static IFile scriptOf(TraceSettings settings) throws CoreException {
        var problem = settings.problem();
        if (problem.isPresent()) {
            throw new CoreException(KtapUi.error(problem.get(), null));
        }
        return ScriptFiles.named(settings.script()).orElseThrow();
    }

    private static TraceRequest request(Chunk chunk, TraceSettings settings) throws CoreException {
        List<String> arguments = words(settings.arguments());
        return switch (settings.scope()) {
            case SYSTEM -> new TraceRequest(chunk, arguments, List.of(), OptionalInt.empty());
            case COMMAND -> new TraceRequest(chunk, arguments, words(settings.command()), OptionalInt.empty());
            case PROCESS -> new TraceRequest(chunk, arguments, List.of(),
                    OptionalInt.of(Integer.parseInt(settings.pid().strip())));
        };
    }

    private static List<String> words(String text) throws CoreException {
        String replaced = VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(text);
        return List.of(DebugPlugin.parseArguments(replaced));
    }

    private static void awaitAttached(TraceRun run, SubMonitor progress) throws CoreException {
        try {
            while (!run.awaitAttached(CANCEL_CHECK)) {
                if (progress.isCanceled()) {
                    run.stop();
                    return;
                }
            }
        } catch (InterruptedException e) {
            run.stop();
            Thread.currentThread().interrupt();
            throw new CoreException(KtapUi.error("The launch was interrupted.", e));
        }
    }
}
