package ktap.runtime.report.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ktap.runtime.report.Histogram;
import ktap.runtime.report.Histogram.Layout;
import ktap.runtime.report.Histogram.Row;

/** The expected files were made by another program from the rule that describes the layouts. */
class HistogramTest {
    private static final List<Row> MIXED = List.of(new Row("sys_enter_read", 1_153_724), new Row("sys_enter_openat",
            310_122),
            new Row("sys_enter_newfstatat", 310_122), new Row(17L, 310_122), new Row(-3L, 310_122),
            new Row("sys_exit_close", 9_999_999), new Row("a_name_that_is_exactly_32_chars_", 54_321),
            new Row("a_name_that_is_thirty_three_chars", 54_320), new Row("sys_enter_futex", 1), new Row("zero", 0),
            new Row(0L, 0), new Row("negative", -5), new Row("gr\u00c3\u00bcn", 1L << 40), new Row(true, 12));

    @Test
    void articleLayout() throws IOException {
        assertEquals(golden("article.txt"), Histogram.of(MIXED).toText(Layout.ARTICLE, Integer.MAX_VALUE));
        List<Row> bars = List.of(new Row("sys_enter_read", 1_153_724), new Row("sys_enter_write", 500_000),
                new Row("sys_exit_read", 450_000), new Row("sys_enter_poll", 328_499), new Row(42L, 420_000));
        assertEquals(golden("article-bars.txt"), Histogram.of(bars).toText(Layout.ARTICLE, Integer.MAX_VALUE));
    }

    @Test
    void classicLayout() throws IOException {
        assertEquals(golden("classic.txt"), Histogram.of(MIXED).toText(Layout.CLASSIC, 19));
        assertEquals(golden("classic-cut.txt"), Histogram.of(MIXED).toText(Layout.CLASSIC, 5));
        assertEquals(golden("classic-stacks.txt"), Histogram
                .of(List.of(new Row("vfs_read+0x1/0x190\nksys_read+0x5f/0xe0\n", 3), new Row("main", 1)))
                .toText(Layout.CLASSIC, 19));
    }

    @Test
    void orderDoesNotDependOnTheOrderOfTheRows() {
        String expected = Histogram.of(MIXED).toText(Layout.ARTICLE, 100);
        List<Row> shuffled = new ArrayList<>(MIXED);
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(shuffled, random);
            assertEquals(expected, Histogram.of(shuffled).toText(Layout.ARTICLE, 100));
        }
    }

    @Test
    void sumMayBeLargerThanALong() {
        Histogram histogram = Histogram.of(List.of(new Row("a", Long.MAX_VALUE), new Row("b", Long.MAX_VALUE)));
        assertEquals(BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(1), histogram.total());
        assertEquals(19, histogram.bar(histogram.rows().getFirst(), 39));
    }

    @Test
    void countsThatAddUpToNothingHaveNoBars() {
        for (long count : new long[] {0, -1, Long.MIN_VALUE}) {
            Histogram histogram = Histogram.of(List.of(new Row("a", count)));
            assertEquals(0, histogram.bar(histogram.rows().getFirst(), 39));
        }
        Histogram mixed = Histogram.of(List.of(new Row("a", 10), new Row("b", -9)));
        assertEquals(39, mixed.bar(mixed.rows().getFirst(), 39));
    }

    @Test
    void emptyTableGivesTheTitleOnly() {
        assertEquals(" ".repeat(26) + "value ------------- Distribution ------------- count\n",
                Histogram.of(List.of()).toText(Layout.ARTICLE, 10));
        assertEquals(" ".repeat(25) + "value ------------- Distribution ------------- count\n",
                Histogram.of(List.of()).toText(Layout.CLASSIC, 10));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = HistogramTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
