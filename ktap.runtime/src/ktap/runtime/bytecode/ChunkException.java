package ktap.runtime.bytecode;

/**
 * Bytes or a {@link Chunk} that cannot be run, because they are damaged, made by another version, or not something
 * that a compiler makes. The message says what is wrong and where: at which byte, or in which function and
 * instruction.
 */
public final class ChunkException extends Exception {
    private static final long serialVersionUID = 1L;

    private ChunkException(String message) {
        super(message);
    }

    static ChunkException atByte(int offset, String message) {
        return new ChunkException("not a usable chunk: at byte " + offset + ": " + message);
    }

    static ChunkException in(String function, String message) {
        return new ChunkException("not a usable chunk: in " + function + ": " + message);
    }

    static ChunkException at(String function, int instruction, String message) {
        return in(function, "instruction " + instruction + ": " + message);
    }

    /** The stable name of this kind of problem. */
    public String code() {
        return "ktap.chunk.invalid";
    }
}
