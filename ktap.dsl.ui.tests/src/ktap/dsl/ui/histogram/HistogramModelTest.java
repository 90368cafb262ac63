package ktap.dsl.ui.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;

import org.junit.jupiter.api.Test;

import ktap.runtime.report.Histogram;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.report.TableSnapshot.Row;

class HistogramModelTest {

    @Test
    void sortsByCountThenByKey() {
        HistogramModel model = model(new Row("b", 5L), new Row("c", 7L), new Row("a", 5L));
        assertEquals(List.of(new Histogram.Row("c", 7), new Histogram.Row("a", 5), new Histogram.Row("b", 5)),
                model.histogram().rows());
        assertEquals(BigInteger.valueOf(17), model.histogram().total());
        assertEquals("calls", model.name());
    }

    @Test
    void leavesOutWhatIsNoCount() {
        HistogramModel model = model(new Row("text", "x"), new Row("a", 1L));
        assertEquals(List.of(new Histogram.Row("a", 1)), model.histogram().rows());
        assertEquals(1, model.leftOut());
        assertEquals("1 row, total 1, 1 without a count left out (ended)", Footer.text(model, TraceState.ENDED));
    }

    @Test
    void sharesAreOfTheTotalAndBarsOfTheHighest() {
        HistogramModel model = model(new Row("a", 30L), new Row("b", 10L));
        assertEquals(0.75, model.share(0));
        assertEquals(0.25, model.share(1));
        assertEquals(1.0, model.barLength(0));
        assertEquals(1.0 / 3, model.barLength(1));
    }

    @Test
    void countsThatAreNotPositiveHaveNoBar() {
        HistogramModel model = model(new Row("a", 0L), new Row("b", -4L));
        for (int i = 0; i < model.size(); i++) {
            assertEquals(0.0, model.share(i));
            assertEquals(0.0, model.barLength(i));
        }
        assertEquals(BigInteger.valueOf(-4), model.histogram().total());
    }

    @Test
    void aSumBeyondLongIsRight() {
        HistogramModel model = model(new Row("a", Long.MAX_VALUE), new Row("b", Long.MAX_VALUE));
        assertEquals(0.5, model.share(1));
        assertEquals("2 rows, total 18,446,744,073,709,551,614 (view paused)", Footer.text(model, TraceState.PAUSED));
    }

    @Test
    void anEmptyTableIsAnEmptyHistogram() {
        HistogramModel model = model();
        assertEquals(List.of(), model.histogram().rows());
        assertEquals("0 rows, total 0 (running)", Footer.text(model, TraceState.RUNNING));
    }

    private static HistogramModel model(Row... rows) {
        return HistogramModel.of(new TableSnapshot("calls", 1, List.of(rows)));
    }
}
