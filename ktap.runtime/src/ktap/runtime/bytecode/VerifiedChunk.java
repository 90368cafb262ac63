package ktap.runtime.bytecode;

/**
 * A chunk that the {@link ChunkVerifier} has found to be sound: engines run it without checking operands again. Only
 * the verifier makes one.
 */
public final class VerifiedChunk {
    private final Chunk chunk;

    VerifiedChunk(Chunk chunk) {
        this.chunk = chunk;
    }

    public Chunk chunk() {
        return chunk;
    }
}
