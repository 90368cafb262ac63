package ktap.dsl.ui.histogram;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import ktap.dsl.ui.traces.RunningTraces;

/**
 * Brings the newest contents of the chosen table to the view: looks four times a second, only while the view can be
 * seen and is not paused, and sorts off the user interface's thread. Belongs to that thread.
 */
final class HistogramRefresh {
    private static final int PERIOD_MS = 250;

    private final RunningTraces traces;
    private final TablePicker picker;
    private final Control control;
    private final Display ui;
    private final Consumer<Shown> display;
    private boolean paused;
    private boolean sorting;
    private TableChoice last;
    private Shown shown;

    /** A table as it is shown. */
    record Shown(HistogramModel model, TraceState state) {
    }

    /**
     * @param control stands for the view: seen or not, disposed or not
     * @param display is given each new state, on the user interface's thread
     */
    HistogramRefresh(RunningTraces traces, TablePicker picker, Control control, Consumer<Shown> display) {
        this.traces = traces;
        this.picker = picker;
        this.control = control;
        this.ui = control.getDisplay();
        this.display = display;
    }

    /** Looks now, and again and again until the view is disposed. */
    void start() {
        if (control.isDisposed()) {
            return;
        }
        if (control.isVisible()) {
            look();
        }
        ui.timerExec(PERIOD_MS, this::start);
    }

    /** Looks at once: the user has chosen another table. */
    void now() {
        choose();
    }

    void setPaused(boolean paused) {
        this.paused = paused;
        if (shown != null) {
            TraceState state = stateOf(last);
            present(new Shown(shown.model(), state));
        }
    }

    private void look() {
        if (!paused) {
            picker.update(TableChoice.of(traces.all()));
            choose();
        }
    }

    private void choose() {
        picker.chosen().filter(choice -> !sorting && isNews(choice)).ifPresent(this::sort);
    }

    private boolean isNews(TableChoice choice) {
        return !choice.isSameTable(last) || choice.snapshot().version() != last.snapshot().version()
                || shown == null || shown.state() != stateOf(choice);
    }

    private void sort(TableChoice choice) {
        sorting = true;
        TraceState state = stateOf(choice);
        Job job = Job.createSystem("Sorting histogram", (ICoreRunnable) monitor -> {
            HistogramModel model = HistogramModel.of(choice.snapshot());
            if (!ui.isDisposed()) {
                ui.asyncExec(() -> sorted(choice, new Shown(model, state)));
            }
        });
        job.schedule();
    }

    private void sorted(TableChoice choice, Shown result) {
        sorting = false;
        last = choice;
        if (!control.isDisposed()) {
            present(result);
        }
    }

    private void present(Shown result) {
        shown = result;
        display.accept(result);
    }

    private TraceState stateOf(TableChoice choice) {
        return paused ? TraceState.PAUSED : choice.trace().isRunning() ? TraceState.RUNNING : TraceState.ENDED;
    }
}
