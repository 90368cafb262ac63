package ktap.dsl.ui.histogram;

import java.text.NumberFormat;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import ktap.runtime.report.Histogram;

/**
 * The rows of a histogram: key, bar, count and percent. Only rows that are seen get items, so the number of rows is
 * free.
 */
final class HistogramTable {
    private static final int KEY = 0;
    private static final int BAR = 1;
    private static final int COUNT = 2;
    private static final int PERCENT = 3;
    private static final int COUNT_WIDTH = 90;
    private static final int PERCENT_WIDTH = 75;
    /** The keys' column is as wide as the first keys, but leaves this part of the room to the bars. */
    private static final double MIN_BAR_PART = 0.3;
    private static final int MEASURED_KEYS = 60;
    private static final int KEY_PADDING = 16;

    private final Table table;
    private final NumberFormat counts = NumberFormat.getIntegerInstance();
    private final NumberFormat percents = NumberFormat.getPercentInstance();
    private HistogramModel model;

    HistogramTable(Composite parent) {
        percents.setMinimumFractionDigits(1);
        percents.setMaximumFractionDigits(1);
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        column("Key", SWT.LEFT);
        column("Distribution", SWT.LEFT);
        column("Count", SWT.RIGHT);
        column("Percent", SWT.RIGHT);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.PaintItem, this::paintBar);
        table.addListener(SWT.Resize, event -> layoutColumns());
    }

    Control control() {
        return table;
    }

    /** What is shown now. */
    Optional<HistogramModel> model() {
        return Optional.ofNullable(model);
    }

    /** Shows another state of the table; the place that the user has scrolled to stays. */
    void show(HistogramModel next) {
        int top = table.getTopIndex();
        model = next;
        table.setRedraw(false);
        layoutColumns();
        table.setItemCount(next.size());
        table.clearAll();
        table.setTopIndex(Math.min(top, Math.max(0, next.size() - 1)));
        table.setRedraw(true);
    }

    private void column(String title, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setResizable(true);
    }

    private void fill(Event event) {
        if (model == null || event.index >= model.size()) {
            return;
        }
        Histogram.Row row = model.row(event.index);
        TableItem item = (TableItem) event.item;
        item.setText(KEY, row.key().toString());
        item.setText(COUNT, counts.format(row.count()));
        item.setText(PERCENT, percents.format(model.share(event.index)));
    }

    private void paintBar(Event event) {
        if (event.index != BAR || model == null) {
            return;
        }
        TableItem item = (TableItem) event.item;
        int row = table.indexOf(item);
        if (row >= 0 && row < model.size()) {
            Rectangle cell = item.getBounds(BAR);
            BarPainter.paint(event.gc, cell, model.barLength(row));
        }
    }

    private void layoutColumns() {
        int room = Math.max(100, table.getClientArea().width - COUNT_WIDTH - PERCENT_WIDTH);
        int key = Math.min(longestKey(), (int) (room * (1 - MIN_BAR_PART)));
        setWidth(KEY, key);
        setWidth(BAR, room - key);
        setWidth(COUNT, COUNT_WIDTH);
        setWidth(PERCENT, PERCENT_WIDTH);
    }

    private void setWidth(int column, int width) {
        if (table.getColumn(column).getWidth() != width) {
            table.getColumn(column).setWidth(width);
        }
    }

    private int longestKey() {
        GC gc = new GC(table);
        try {
            int longest = gc.textExtent("Key").x;
            for (int i = 0; i < Math.min(model == null ? 0 : model.size(), MEASURED_KEYS); i++) {
                longest = Math.max(longest, gc.textExtent(model.row(i).key().toString()).x);
            }
            return longest + KEY_PADDING;
        } finally {
            gc.dispose();
        }
    }
}
