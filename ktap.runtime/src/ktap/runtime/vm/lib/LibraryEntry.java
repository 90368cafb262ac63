package ktap.runtime.vm.lib;

import ktap.runtime.vm.Builtin;

/** A built-in: what is known of it, and what it does. */
record LibraryEntry(BuiltinSignature signature, Builtin body) {

    static LibraryEntry of(String name, String parameters, int minimum, int maximum, String description, Builtin body) {
        return new LibraryEntry(new BuiltinSignature(name, parameters, minimum, maximum, description), body);
    }
}
