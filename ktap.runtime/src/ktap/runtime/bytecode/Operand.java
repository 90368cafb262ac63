package ktap.runtime.bytecode;

/**
 * What one operand of an {@link Opcode} means. The verifier, the disassembler and the engines read the meaning from
 * here, so that an opcode is described in one place.
 */
public enum Operand {
    /** The field is not used and must be zero. */
    NONE,
    /** A register that the instruction reads. */
    READ,
    /** A register that the instruction writes. */
    WRITE,
    /** A register that the instruction reads and then writes. */
    READ_WRITE,
    /** An index into the prototype's constants. */
    CONSTANT,
    /** An index into the prototype's constants; the constant must be a string. */
    STRING_CONSTANT,
    /** An index into the chunk's table of global names. */
    GLOBAL,
    /** An index into the prototype's upvalues. */
    UPVALUE,
    /** An index into the prototype's children. */
    CHILD,
    /** An ordinal of {@link ContextVariable}. */
    CONTEXT,
    /** A plain number whose meaning is the opcode's own: a count, a truth value, a small integer. */
    IMMEDIATE,
    /** A signed distance to another instruction, counted from the one behind this. */
    JUMP
}
