package ktap.runtime.bytecode;

/** How large the parts of a {@link Chunk} may be. Writer, reader and verifier all hold these limits. */
public final class ChunkLimits {
    /** Bytes of a whole file. */
    public static final int FILE_BYTES = 16 << 20;
    /** Bytes of the UTF-8 form of a name (of the source, a function, a variable). */
    public static final int NAME_BYTES = 0xffff;
    /** Bytes of a string constant. */
    public static final int STRING_BYTES = 1 << 20;
    /** Global variables of a chunk. */
    public static final int GLOBALS = Instruction.MAX_WIDE + 1;
    /** Functions inside functions. */
    public static final int NESTING = 200;
    /** Registers of a function. */
    public static final int REGISTERS = PrototypeBuilder.MAX_REGISTERS;
    /** Instructions of a function. */
    public static final int INSTRUCTIONS = 1 << 18;
    /** Constants of a function. */
    public static final int CONSTANTS = Instruction.MAX_WIDE + 1;
    /** Upvalues of a function. */
    public static final int UPVALUES = Instruction.MAX_NARROW + 1;
    /** Functions directly inside a function. */
    public static final int CHILDREN = Instruction.MAX_WIDE + 1;

    private ChunkLimits() {
    }
}
