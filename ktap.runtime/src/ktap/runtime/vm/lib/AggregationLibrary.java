package ktap.runtime.vm.lib;

import java.util.List;
import java.util.function.ToLongFunction;

import ktap.runtime.vm.Aggregation;
import ktap.runtime.vm.Builtin;
import ktap.runtime.vm.Call;
import ktap.runtime.vm.Distribution;

/** What reads aggregations, and what collects distributions. */
final class AggregationLibrary {
    static final List<LibraryEntry> ENTRIES = List.of(
            part("count", "How many integers were given to", Aggregation::count),
            part("sum", "The sum of the integers given to", Aggregation::sum),
            part("avg", "The mean, truncated toward zero, of the integers given to", Aggregation::avg),
            part("min", "The smallest of the integers given to", Aggregation::min),
            part("max", "The largest of the integers given to", Aggregation::max),
            LibraryEntry.of("quantize", "(table, key, value)", 3, 3,
                    "Counts the integer in the distribution that the element with this key is: its ranges go from each "
                            + "power of two to the next. print_hist shows them.",
                    call -> collect(call, new Distribution.PowersOfTwo())),
            LibraryEntry.of("lhist", "(table, key, value, min, max, step)", 6, 6,
                    "Counts the integer in the distribution that the element with this key is: its ranges are step "
                            + "wide from min up to max, at most 1000, with one more on either side. print_hist shows "
                            + "them.",
                    call -> collect(call, new Distribution.Steps(call.integer(4), call.integer(5), call.integer(6)))));

    private AggregationLibrary() {
    }

    private static LibraryEntry part(String name, String what, ToLongFunction<Aggregation> part) {
        Builtin body = call -> {
            switch (call.value(1)) {
                case null -> call.result(null);
                case Aggregation aggregation -> call.result(part.applyAsLong(aggregation));
                default -> throw call.wrongType(1, "must be an aggregation: an element that <<< has been used on");
            }
        };
        return LibraryEntry.of(name, "(element)", 1, 1, what + " an element of a table by <<<; nil for nil.", body);
    }

    private static void collect(Call call, Distribution.Ranges ranges) {
        Object key = call.value(2);
        long value = call.integer(3);
        Object element = call.table(1).get(key);
        Distribution distribution = switch (element) {
            case null -> call.newDistribution(ranges);
            case Distribution known when known.ranges().equals(ranges) -> known;
            case Distribution ignored -> throw call.wrong(2, "has a distribution with other ranges",
                    "give the same ranges each time");
            default -> throw call.wrong(2, "has an element that is no distribution",
                    "use a table for distributions only");
        };
        distribution.add(value);
        call.table(1).put(key, distribution);
    }
}
