package ktap.runtime.bpf.asm;

/**
 * An eBPF register. R0 holds results, R1 to R5 hold arguments and are lost by a call, R6 to R9 are kept, and R10 is the
 * read-only frame pointer.
 */
public enum Register {
    R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10;

    /** The register's name in listings. */
    @Override
    public String toString() {
        return "r" + ordinal();
    }
}
