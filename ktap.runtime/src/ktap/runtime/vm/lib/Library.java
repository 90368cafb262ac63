package ktap.runtime.vm.lib;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ktap.runtime.vm.BuiltinFunction;

/** All built-in functions, for the interpreter. What editors and checks need of them is in {@link BuiltinCatalog}. */
public final class Library {
    /** The name of the table of the script's arguments: the only built-in that is no function. */
    public static final String ARGUMENTS = "arg";

    static final List<LibraryEntry> ENTRIES = Stream.of(OutputLibrary.ENTRIES, TableLibrary.ENTRIES,
            AggregationLibrary.ENTRIES, SystemLibrary.ENTRIES, KdebugLibrary.ENTRIES, TimerLibrary.ENTRIES,
            AnsiLibrary.ENTRIES).flatMap(List::stream).toList();

    private static final Map<String, BuiltinFunction> FUNCTIONS = ENTRIES.stream().collect(Collectors.toUnmodifiableMap(
            entry -> entry.signature().name(), entry -> new BuiltinFunction(entry.signature().name(), entry.body())));

    private Library() {
    }

    /** The function with this name, its library included. */
    public static Optional<BuiltinFunction> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }
}
