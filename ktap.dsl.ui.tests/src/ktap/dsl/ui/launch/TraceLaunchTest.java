package ktap.dsl.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.histogram.HistogramModel;
import ktap.dsl.ui.histogram.HistogramView;
import ktap.dsl.ui.testing.Privilege;
import ktap.dsl.ui.testing.ScriptProject;
import ktap.dsl.ui.testing.Ui;
import ktap.dsl.ui.traces.RunningTraces;
import ktap.dsl.ui.traces.TraceSource;
import ktap.runtime.report.Histogram;

/** Run As &gt; ktap trace in the real workbench, on the real kernel. */
class TraceLaunchTest {
    private static final String SCRIPT = """
            # How often is each system call made?

            calls = {}

            function count(e) {
                if (e.sc_is_enter) {
                    inplace_inc(calls, e.name)
                }
            }

            kdebug.probe("tp:syscalls", count)
            kdebug.probe_end(function () {
                histogram(calls)
            })
            """;

    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private final RunningTraces traces = KtapUi.service(RunningTraces.class);
    private ScriptProject project;

    @BeforeEach
    void createProject() throws CoreException {
        Ui.resizeWindow(1280, 900);
        project = new ScriptProject("demo");
    }

    @AfterEach
    void clean() throws CoreException {
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Ui.await("the launch to end", launch::isTerminated);
            manager.removeLaunch(launch);
        }
        traces.all().forEach(traces::remove);
        project.close();
    }

    @Test
    void aScriptWithAnErrorIsNotLaunched() throws CoreException {
        IFile script = project.file("wrong.kp", "calls = ;\n");

        CompletionException failure = assertThrows(CompletionException.class,
                () -> launch(TraceSettings.ofScript("demo/wrong.kp")));

        String message = failure.getCause().getMessage();
        assertTrue(message.contains("demo/wrong.kp:1:"), message);
        assertEquals(1, ScriptProject.problems(script).length);
        assertEquals(0, Arrays.stream(manager.getLaunches()).mapToInt(launch -> launch.getProcesses().length).sum());
        assertEquals(0, traces.all().size());
    }

    @Test
    void showsTheTraceWhileItRunsAndDetachesWhenTerminated() throws Exception {
        Privilege.assumeTracing();
        IFile script = project.file("syscalls-histogram.kp", SCRIPT);
        IEditorPart editor = ScriptProject.open(script);
        Ui.arrangeForScreenshot(script);

        ILaunch launch = launch(new TraceSettings("demo/syscalls-histogram.kp", "", TraceScope.COMMAND,
                "sh -c \"while :; do cat /etc/hostname > /dev/null; done\"", ""));

        Ui.await("counted opens in the Histogram view", () -> shownCount("sys_enter_openat") > 0);
        IProcess process = launch.getProcesses()[0];
        assertTrue(process.canTerminate());
        assertTrue(Ui.page().isPartVisible(Ui.page().findView(IConsoleConstants.ID_CONSOLE_VIEW)));
        assertFalse(launch.isTerminated());
        long seen = shownCount("sys_enter_openat");
        Ui.await("the view to follow the trace", () -> shownCount("sys_enter_openat") > seen);

        launch.terminate();
        Ui.await("the trace to end", launch::isTerminated);
        assertEquals(0, process.getExitValue());
        assertFalse(traces.all().getFirst().isRunning());
        Ui.await("the command to end", () -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
        Ui.await("the script's histogram in the console", () -> consoleText(process).contains("sys_enter_openat |@"));
        Ui.await("the last state in the view", () -> shownCount("sys_enter_openat") == lastCount("sys_enter_openat"));
        Ui.await("the view to say so", () -> footer().endsWith("(ended)"));
        Ui.page().activate(editor);
        Ui.screenshot("trace");
    }

    @Test
    void countsExactlyWhatTheWorkloadDoes(@TempDir Path folder) throws Exception {
        Privilege.assumeTracing();
        project.file("count.kp", SCRIPT);
        Path file = Files.createFile(folder.resolve("f"));

        long few = opensOfCat(file, 10);
        long many = opensOfCat(file, 50);

        assertEquals(40, many - few);
    }

    /** Traces a {@code cat} of the same file, given a number of times, to its end; the number of openat calls shown. */
    private long opensOfCat(Path file, int times) throws CoreException {
        String command = "cat " + String.join(" ", Collections.nCopies(times, file.toString()));
        ILaunch launch = launch(new TraceSettings("demo/count.kp", "", TraceScope.COMMAND, command, ""));
        Ui.await("the workload's end", launch::isTerminated);
        assertEquals(0, launch.getProcesses()[0].getExitValue(), consoleText(launch.getProcesses()[0]));
        long expected = lastCount("sys_enter_openat");
        Ui.await("the last state in the view", () -> shownCount("sys_enter_openat") == expected);
        return expected;
    }

    private ILaunch launch(TraceSettings settings) throws CoreException {
        ILaunchConfigurationWorkingCopy copy = manager.getLaunchConfigurationType(KtapUi.TRACE_TYPE).newInstance(null,
                manager.generateLaunchConfigurationName(
                IPath.fromOSString(settings.script()).lastSegment()));
        settings.writeTo(copy);
        CompletableFuture<ILaunch> launched = CompletableFuture.supplyAsync(
                () -> Ui.get(() -> copy.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor())));
        Ui.await("the launch", launched::isDone);
        return launched.join();
    }

    private long lastCount(String key) {
        TraceSource newest = traces.all().getFirst();
        return newest.tables().stream().map(HistogramModel::of).mapToLong(model -> count(model, key)).sum();
    }

    private static long shownCount(String key) {
        return Ui.page().findView(KtapUi.HISTOGRAM_VIEW) instanceof HistogramView view
                ? view.shown().map(model -> count(model, key)).orElse(0L) : 0;
    }

    private static String footer() {
        return Ui.page().findView(KtapUi.HISTOGRAM_VIEW) instanceof HistogramView view ? view.footerText() : "";
    }

    private static long count(HistogramModel model, String key) {
        return model.histogram().rows().stream().filter(row -> row.key().equals(key)).mapToLong(Histogram.Row::count)
                .sum();
    }

    private static String consoleText(IProcess process) {
        return DebugUITools.getConsole(process) instanceof TextConsole console ? console.getDocument().get() : "";
    }
}
