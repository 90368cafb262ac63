package ktap.dsl.ui.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.testing.FixedTrace;
import ktap.dsl.ui.testing.Pixels;
import ktap.dsl.ui.testing.Ui;
import ktap.dsl.ui.traces.RunningTraces;
import ktap.runtime.report.Histogram;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.report.TableSnapshot.Row;

/** The Histogram view in the real workbench, fed with tables of our own. */
class HistogramViewTest {
    private static final int MANY = 100_000;

    private final RunningTraces traces = KtapUi.service(RunningTraces.class);
    private final FixedTrace trace = new FixedTrace("first.kp");
    private final FixedTrace second = new FixedTrace("second.kp");
    private HistogramView view;

    @BeforeEach
    void openView() throws CoreException {
        Ui.resizeWindow(1280, 860);
        view = (HistogramView) Ui.page().showView(KtapUi.HISTOGRAM_VIEW, null, IWorkbenchPage.VIEW_ACTIVATE);
        traces.add(trace);
    }

    @AfterEach
    void closeView() {
        traces.remove(trace);
        traces.remove(second);
        Ui.page().hideView(view);
    }

    @Test
    void showsTheTableAndFollowsIt() {
        trace.setTables(snapshot(1, new Row("read", 3L), new Row("open", 9L)));
        awaitTotal(12);
        Table table = table();
        assertEquals(2, table.getItemCount());
        assertEquals("open", table.getItem(0).getText(0));
        assertEquals("9", table.getItem(0).getText(2));

        trace.setTables(snapshot(2, new Row("read", 30L), new Row("open", 9L)));
        awaitTotal(39);
        assertEquals("read", table.getItem(0).getText(0));
    }

    @Test
    void drawsBarsAsLongAsTheirCounts() {
        trace.setTables(snapshot(1, new Row("all", 100L), new Row("half", 50L), new Row("none", 0L)));
        awaitTotal(150);
        Ui.handleEvents();
        Pixels pixels = Pixels.of(table());
        int all = pixels.widthOf(BarPainter.COLOR, table().getItem(0).getBounds(1));
        int half = pixels.widthOf(BarPainter.COLOR, table().getItem(1).getBounds(1));
        assertTrue(all > 40, "the longest bar has " + all + " pixels");
        assertEquals(all / 2.0, half, 1.0);
        assertEquals(0, pixels.widthOf(BarPainter.COLOR, table().getItem(2).getBounds(1)));
    }

    @Test
    void aHundredThousandRowsDoNotStall() {
        trace.setTables(many(1));
        awaitTotal((long) MANY * (MANY + 1) / 2);
        assertEquals(MANY, table().getItemCount());
        long longest = 0;
        for (int version = 2; version < 6; version++) {
            HistogramModel before = view.shown().orElseThrow();
            trace.setTables(many(version));
            longest = Math.max(longest, Ui.awaitAndTimeEvents("an update", () -> view.shown().orElseThrow() != before));
        }
        System.out.println("HistogramViewTest: longest event with " + MANY + " rows: " + longest / 1_000_000 + " ms");
        assertTrue(longest < Duration.ofMillis(200).toNanos(), "an event took " + longest + " ns");
    }

    @Test
    void choosesTheNewestTraceAndThenWhatTheUserChooses() {
        trace.setTables(snapshot(1, new Row("a", 1L)));
        awaitTotal(1);
        second.setTables(snapshot(1, new Row("b", 2L)));
        traces.add(second);
        awaitTotal(2);

        Combo combo = Ui.find(view.control(), Combo.class);
        assertEquals(2, combo.getItemCount());
        combo.select(1);
        combo.notifyListeners(SWT.Selection, new Event());
        awaitTotal(1);
    }

    @Test
    void pauseHoldsTheViewStill() {
        trace.setTables(snapshot(1, new Row("a", 1L)));
        awaitTotal(1);
        IAction pause = action("Pause");
        pause.setChecked(true);
        pause.run();
        trace.setTables(snapshot(2, new Row("a", 2L)));
        second.setTables(snapshot(1, new Row("b", 7L)));
        Ui.handleEventsFor(Duration.ofMillis(800));
        assertEquals(1, view.shown().orElseThrow().histogram().total().longValueExact());
        pause.setChecked(false);
        pause.run();
        awaitTotal(2);
    }

    @Test
    void copiesTheArticlesLayout() {
        List<Row> rows = List.of(new Row("sys_enter_openat", 30L), new Row("sys_enter_read", 10L));
        trace.setTables(new TableSnapshot("calls", 1, rows));
        awaitTotal(40);
        action("Copy as Text").run();
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            Histogram expected = Histogram.of(rows.stream()
                    .map(row -> new Histogram.Row(row.key(), (Long) row.value())).toList());
            assertEquals(expected.toText(Histogram.Layout.ARTICLE, Integer.MAX_VALUE),
                    clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    private void awaitTotal(long total) {
        Ui.await("a histogram with the total " + total,
                () -> view.shown().filter(model -> model.histogram().total().longValueExact() == total).isPresent());
    }

    private Table table() {
        return Ui.find(view.control(), Table.class);
    }

    private IAction action(String text) {
        for (var item : view.getViewSite().getActionBars().getToolBarManager().getItems()) {
            if (item instanceof ActionContributionItem action && action.getAction().getText().equals(text)) {
                return action.getAction();
            }
        }
        throw new AssertionError("no action " + text);
    }

    private static TableSnapshot snapshot(long version, Row... rows) {
        return new TableSnapshot("calls", version, List.of(rows));
    }

    private static TableSnapshot many(long version) {
        List<Row> rows = new ArrayList<>(MANY);
        for (long i = 1; i <= MANY; i++) {
            rows.add(new Row("key " + i * 7919 % MANY, i));
        }
        return new TableSnapshot("calls", version, rows);
    }
}
