package ktap.runtime.bytecode;

/** A constant of a prototype. */
public sealed interface Constant {

    /** A 64-bit integer. */
    record Int(long value) implements Constant {
    }

    /** A string of bytes, one per char (see {@link ByteString}). */
    record Str(String bytes) implements Constant {
    }
}
