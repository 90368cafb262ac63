package ktap.runtime.vm;

/**
 * What the loop {@code for (k, v in ...)} steps through. A script may also call it: each call gives the next key and
 * value, and nil when there are no more.
 */
abstract class ScriptIterator {

    /** Writes the next key to place {@code at} and its value behind it; false if there is none. */
    abstract boolean next(long[] numbers, Object[] values, int at);

    /** Makes known to the census what the iterator keeps from being dropped. */
    abstract void reach(Census census);
}
