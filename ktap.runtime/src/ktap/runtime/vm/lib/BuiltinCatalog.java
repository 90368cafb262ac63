package ktap.runtime.vm.lib;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a script can use without declaring it: the built-in functions and the variable {@code arg}. Immutable. */
public final class BuiltinCatalog {
    private static final BuiltinSignature ARGUMENTS = new BuiltinSignature(Library.ARGUMENTS, "", 0, 0,
            "The script's arguments: arg[0] is the script's name, arg[1] and on are its words; those that are decimal "
                    + "integers are numbers.");

    private static final List<BuiltinSignature> ALL = Stream
            .concat(Library.ENTRIES.stream().map(LibraryEntry::signature), Stream.of(ARGUMENTS))
            .sorted(Comparator.comparing(BuiltinSignature::name)).toList();

    private static final Map<String, BuiltinSignature> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(BuiltinSignature::name, Function.identity()));

    private static final Set<String> LIBRARIES = ALL.stream().map(BuiltinSignature::library)
            .filter(library -> !library.isEmpty()).collect(Collectors.toUnmodifiableSet());

    private BuiltinCatalog() {
    }

    /** All built-ins, by name. */
    public static List<BuiltinSignature> all() {
        return ALL;
    }

    /** The built-in with this name, its library included. */
    public static Optional<BuiltinSignature> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names before the dot, for example {@code kdebug}. */
    public static Set<String> libraries() {
        return LIBRARIES;
    }
}
