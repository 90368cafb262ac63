package ktap.runtime.vm.lib;

import java.util.ArrayList;
import java.util.List;

import ktap.runtime.report.Histogram;
import ktap.runtime.vm.Aggregation;
import ktap.runtime.vm.Call;
import ktap.runtime.vm.Distribution;
import ktap.runtime.vm.KtapKey;

/** What writes to the script's output. */
final class OutputLibrary {
    /** The row limit of {@code print_hist}: the default, which is also the least, and the most. */
    private static final int DEFAULT_ROWS = 20;
    private static final int MOST_ROWS = 1000;

    static final List<LibraryEntry> ENTRIES = List.of(
            LibraryEntry.of("print", "(...)", 0, BuiltinSignature.ANY,
                    "Writes the values with a TAB between them and a line end behind them.", OutputLibrary::print),
            LibraryEntry.of("printf", "(format, ...)", 1, BuiltinSignature.ANY,
                    "Writes the values as the format says: %d %i %u %o %x %X %c %p take a number, %s a string, %% is "
                            + "a percent sign; with the flags - + # 0 and blank, a width and a precision. No line end "
                            + "is added.",
                    OutputLibrary::printf),
            LibraryEntry.of("print_trace_clock", "()", 0, 0,
                    "Writes the time of the event, or the time now, as seconds and microseconds of the monotonic "
                            + "clock, and a line end.",
                    OutputLibrary::printClock),
            LibraryEntry.of("histogram", "(table)", 1, 1,
                    "Writes all elements of a table of counts, the largest first, each with a bar for its share. "
                            + "Aggregations are shown by their count, distributions range by range.",
                    call -> histogram(call, Histogram.Layout.ARTICLE, Integer.MAX_VALUE)),
            LibraryEntry.of("print_hist", "(table [, n])", 1, 2,
                    "Writes the first n - 1 elements of a table of counts, the largest first, each with a bar for its "
                            + "share. n is 20 if not given, and at least 20 and at most 1000.",
                    OutputLibrary::printHist));

    private OutputLibrary() {
    }

    private static void print(Call call) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= call.count(); i++) {
            line.append(i == 1 ? "" : "\t").append(call.text(i));
        }
        call.host().write(call.checked(line.append('\n').toString()));
    }

    private static void printf(Call call) {
        call.host().write(call.checked(new PrintfFormatter(call).format()));
    }

    private static void printHist(Call call) {
        long wanted = call.count() < 2 ? DEFAULT_ROWS : call.integer(2);
        histogram(call, Histogram.Layout.CLASSIC, Math.clamp(wanted, DEFAULT_ROWS, MOST_ROWS) - 1);
    }

    private static void printClock(Call call) {
        long nanos = call.event() == null ? System.nanoTime() : call.event().time();
        call.host().write(String.format("%5d.%06d\n", nanos / 1_000_000_000, nanos / 1_000 % 1_000_000));
    }

    private static void histogram(Call call, Histogram.Layout layout, int maxRows) {
        List<Histogram.Row> rows = new ArrayList<>();
        StringBuilder distributions = new StringBuilder();
        call.spend(call.table(1).size());
        call.table(1).forEach((key, value) -> {
            if (!(key instanceof Long || key instanceof String || key instanceof Boolean || key instanceof KtapKey)) {
                throw call.wrong(1, "has a key that is neither number nor string", "a histogram has no name for it");
            }
            switch (value) {
                case Long count -> rows.add(new Histogram.Row(key, count));
                case Aggregation aggregation -> rows.add(new Histogram.Row(key, aggregation.count()));
                case Distribution distribution -> distributions.append(key).append('\n')
                        .append(distribution(distribution, layout));
                default -> throw call.wrong(1, "has an element that is no number", "a histogram shows counts");
            }
        });
        if (!rows.isEmpty() || distributions.isEmpty()) {
            call.host().write(Histogram.of(rows).toText(layout, maxRows));
        }
        if (!distributions.isEmpty()) {
            call.host().write(distributions.toString());
        }
    }

    private static String distribution(Distribution distribution, Histogram.Layout layout) {
        return Histogram.inOrder(distribution.buckets().stream()
                .map(bucket -> new Histogram.Row(bucket.label(), bucket.count())).toList())
                .toText(layout, Integer.MAX_VALUE);
    }
}
