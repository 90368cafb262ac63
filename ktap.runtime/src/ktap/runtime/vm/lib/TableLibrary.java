package ktap.runtime.vm.lib;

import java.util.List;

import ktap.runtime.vm.Call;
import ktap.runtime.vm.KtapTable;

/** Work on tables and strings. */
final class TableLibrary {
    static final List<LibraryEntry> ENTRIES = List.of(
            LibraryEntry.of("pairs", "(table)", 1, 1,
                    "For a loop over all elements: for (key, value in pairs(table)). Elements that are added on the "
                            + "way are not visited.",
                    call -> call.resultPairs(call.table(1))),
            LibraryEntry.of("len", "(value)", 1, 1, "The number of elements of a table, or of bytes of a string.",
                    TableLibrary::len),
            LibraryEntry.of("delete", "(table)", 1, 1, "Removes all elements of the table.",
                    call -> call.table(1).clear()),
            LibraryEntry.of("clear", "(table)", 1, 1, "Removes all elements of the table: the same as delete.",
                    call -> call.table(1).clear()),
            LibraryEntry.of("table.new", "([array [, records]])", 0, 2,
                    "A new empty table. The sizes are for scripts of older versions: tables grow by themselves.",
                    call -> call.result(call.newTable())),
            LibraryEntry.of("sort_pairs", "(table [, function])", 1, 2,
                    "For a loop over all elements, those with the largest values first (aggregations by their count), "
                            + "or in the order of the function: it is given two values, and their keys behind them, "
                            + "and says whether the first comes before the second.",
                    TableLibrary::sortPairs),
            LibraryEntry.of("top", "(table, n)", 2, 2,
                    "For a loop over the n elements with the largest values, the largest first.",
                    call -> call.resultLargest(call.table(1), call.integer(2))),
            LibraryEntry.of("stringof", "(value)", 1, 1, "The value as print shows it.",
                    call -> call.result(call.checked(call.text(1)))),
            LibraryEntry.of("inplace_inc", "(table, key)", 2, 2,
                    "Adds 1 to the element with this key; a missing one counts as 0. The same as table[key] += 1.",
                    TableLibrary::increment));

    private TableLibrary() {
    }

    private static void sortPairs(Call call) {
        if (call.count() < 2) {
            call.resultLargest(call.table(1), Long.MAX_VALUE);
        } else {
            call.resultSorted(call.table(1), call.function(2));
        }
    }

    private static void len(Call call) {
        switch (call.value(1)) {
            case String bytes -> call.result(bytes.length());
            case KtapTable table -> call.result(table.size());
            case null, default -> throw call.wrongType(1, "must be a table or a string");
        }
    }

    private static void increment(Call call) {
        call.table(1).add(call.value(2), 1);
    }
}
