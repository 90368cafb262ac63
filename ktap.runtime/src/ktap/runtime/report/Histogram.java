package ktap.runtime.report;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Counts by key, the largest first, those with equal counts by key, numbers before strings; or in an order of their
 * own. An immutable value that any
 * thread may read, and its text form.
 */
public final class Histogram {
    private static final String TITLE = "------------- Distribution -------------";
    private static final String CUT_MARK = "...";
    private static final int CUT_LENGTH = 28;

    private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::count).reversed()
            .thenComparing(Row::key, Histogram::compareKeys);

    private final List<Row> rows;
    private final BigInteger total;

    /**
     * One bar.
     *
     * @param key a Long or a string; anything else is shown as its text
     * @param count how often
     */
    public record Row(Object key, long count) {
        public Row {
            Objects.requireNonNull(key);
        }
    }

    /** How the text looks. */
    public enum Layout {
        /** That of ktap 0.1, as shown when it was first presented: bars of at most 39 characters, long keys cut. */
        ARTICLE(32, 39, 10),
        /** That of the later versions: bars of at most 38 characters, long keys (stacks) in lines of their own. */
        CLASSIC(31, 38, 7);

        private final int keyWidth;
        private final int barWidth;
        private final int countWidth;

        Layout(int keyWidth, int barWidth, int countWidth) {
            this.keyWidth = keyWidth;
            this.barWidth = barWidth;
            this.countWidth = countWidth;
        }
    }

    private Histogram(List<Row> rows) {
        this.rows = rows;
        this.total = rows.stream().map(row -> BigInteger.valueOf(row.count())).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** A histogram of these rows, in whatever order they are given. */
    public static Histogram of(List<Row> rows) {
        return new Histogram(rows.stream().sorted(ORDER).toList());
    }

    /** A histogram of these rows in the order in which they are given. */
    public static Histogram inOrder(List<Row> rows) {
        return new Histogram(List.copyOf(rows));
    }

    /** The rows in their order. */
    public List<Row> rows() {
        return rows;
    }

    /** The sum of all counts, which may be more than a long can hold. */
    public BigInteger total() {
        return total;
    }

    /**
     * How long a row's bar is.
     *
     * @param width the length of a bar for everything
     * @return 0 to {@code width}, rounded down; 0 if the counts add up to nothing
     */
    public int bar(Row row, int width) {
        if (row.count() <= 0 || total.signum() <= 0) {
            return 0;
        }
        BigInteger length = BigInteger.valueOf(row.count()).multiply(BigInteger.valueOf(width)).divide(total);
        return length.min(BigInteger.valueOf(width)).intValue();
    }

    /**
     * The histogram as lines of text, each with a line end.
     *
     * @param maxRows how many rows at most; if there are more, a last line says so
     */
    public String toText(Layout layout, int maxRows) {
        StringBuilder out = new StringBuilder();
        out.append(right("value ", layout.keyWidth)).append(TITLE).append(" count\n");
        rows.stream().limit(maxRows).forEach(row -> out.append(line(layout, row)));
        if (rows.size() > maxRows) {
            out.append(right(CUT_MARK, layout.keyWidth)).append(" |\n");
        }
        return out.toString();
    }

    private String line(Layout layout, Row row) {
        int length = bar(row, layout.barWidth);
        String bar = "@".repeat(length) + " ".repeat(layout.barWidth - length);
        String key = row.key().toString();
        String count = Long.toString(row.count());
        if (layout == Layout.CLASSIC && isLong(key)) {
            return key + bar + "\n" + count + "\n\n";
        }
        String shown = isLong(key) ? key.substring(0, CUT_LENGTH) + CUT_MARK : key;
        String separator = layout == Layout.ARTICLE && row.key() instanceof Long ? " | " : " |";
        return right(shown, layout.keyWidth) + separator + bar + left(count, layout.countWidth) + "\n";
    }

    /** The same in both layouts, though the key's column is not. */
    private static boolean isLong(String key) {
        return key.length() > Layout.ARTICLE.keyWidth;
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static int compareKeys(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Long || b instanceof Long) {
            return a instanceof Long ? -1 : 1;
        }
        return a.toString().compareTo(b.toString());
    }
}
