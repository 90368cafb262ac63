package ktap.runtime.vm;

import ktap.runtime.bytecode.ByteString;

/**
 * How values of a script look in Java. Where speed counts, a value is a pair of an Object and a long, so that integers
 * need no boxes: the Object is {@link #INT} for an integer, which is then in the long; null for nil; else a Boolean,
 * a byte string, a {@link KtapTable}, a {@link Closure}, a {@link BuiltinFunction}, a {@link TablePairs} or a {@link
 * ScriptEvent}. Elsewhere integers are Longs.
 */
final class Values {
    /** Stands for an integer that is in the long beside it. */
    static final Object INT = new Object() {
        @Override
        public String toString() {
            return "integer";
        }
    };

    private Values() {
    }

    /** The value as one Object. */
    static Object box(Object value, long number) {
        return value == INT ? (Object) number : value;
    }

    /** The Object part of a value given as one Object. */
    static Object tag(Object boxed) {
        return boxed instanceof Long ? INT : boxed;
    }

    /** The long part of a value given as one Object. */
    static long number(Object boxed) {
        return boxed instanceof Long number ? number : 0;
    }

    /** The name of the value's type, with its article where it has one; takes both forms of a value. */
    static String describeType(Object value) {
        return switch (value) {
            case null -> "nil";
            case Boolean ignored -> "a boolean";
            case Long ignored -> "a number";
            case String ignored -> "a string";
            case KtapTable ignored -> "a table";
            case Closure ignored -> "a function";
            case BuiltinFunction ignored -> "a function";
            case ScriptEvent ignored -> "an event";
            case ScriptIterator ignored -> "an iterator";
            case KtapKey ignored -> "a key";
            case Aggregation ignored -> "an aggregation";
            case Distribution ignored -> "a distribution";
            default -> {
                if (value != INT) {
                    throw new IllegalStateException("no value of a script: " + value.getClass());
                }
                yield "a number";
            }
        };
    }

    /** The value, in one Object, as {@code print} shows it: a byte string. */
    static String text(Object boxed) {
        return switch (boxed) {
            case null -> "nil";
            case String bytes -> bytes;
            case ScriptEvent event -> event.text();
            case KtapTable table -> "table 0x" + Integer.toHexString(System.identityHashCode(table));
            case Closure closure -> "function " + ByteString.ofText(closure.name());
            case BuiltinFunction function -> "function " + function.name();
            case ScriptIterator ignored -> "iterator";
            default -> boxed.toString();
        };
    }
}
