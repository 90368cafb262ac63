package ktap.dsl.ui.histogram;

import java.text.NumberFormat;

/** The line below the histogram. */
final class Footer {
    private Footer() {
    }

    /** Number of rows, total and state, for example {@code 37 rows, total 12,345 (running)}. */
    static String text(HistogramModel model, TraceState state) {
        NumberFormat format = NumberFormat.getIntegerInstance();
        int rows = model.size();
        String text = format.format(rows) + (rows == 1 ? " row, total " : " rows, total ")
                + format.format(model.histogram().total());
        if (model.leftOut() > 0) {
            text += ", " + format.format(model.leftOut()) + " without a count left out";
        }
        return text + " (" + state + ")";
    }
}
