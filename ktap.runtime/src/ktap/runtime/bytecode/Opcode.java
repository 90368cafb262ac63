package ktap.runtime.bytecode;

import static ktap.runtime.bytecode.Operand.CHILD;
import static ktap.runtime.bytecode.Operand.CONSTANT;
import static ktap.runtime.bytecode.Operand.CONTEXT;
import static ktap.runtime.bytecode.Operand.GLOBAL;
import static ktap.runtime.bytecode.Operand.IMMEDIATE;
import static ktap.runtime.bytecode.Operand.NONE;
import static ktap.runtime.bytecode.Operand.READ;
import static ktap.runtime.bytecode.Operand.READ_WRITE;
import static ktap.runtime.bytecode.Operand.STRING_CONSTANT;
import static ktap.runtime.bytecode.Operand.UPVALUE;
import static ktap.runtime.bytecode.Operand.WRITE;

import java.util.Optional;

/**
 * The instructions of the ktap machine. {@code R[n]} is register n of the running function, {@code K[n]} its constant
 * n, {@code U[n]} its upvalue n and {@code G[n]} global n of the chunk. The {@linkplain #code() code} of an
 * instruction is part of the file format: it is never given to another instruction.
 *
 * @see Instruction for the encoding
 */
public enum Opcode {
    /** {@code R[A] = R[B]}. */
    MOVE(Op.MOVE, WRITE, READ, NONE),
    /** {@code R[A], ..., R[A+B] = nil}; B is the number of registers less one. */
    LOADNIL(Op.LOADNIL, WRITE, IMMEDIATE, NONE),
    /** {@code R[A] = (B != 0)}; B is 0 or 1. */
    LOADBOOL(Op.LOADBOOL, WRITE, IMMEDIATE, NONE),
    /** {@code R[A] = sBx}, an integer from -32768 to 32767. */
    LOADINT(Op.LOADINT, WRITE, IMMEDIATE),
    /** {@code R[A] = K[Bx]}. */
    LOADK(Op.LOADK, WRITE, CONSTANT),

    /** {@code R[A] = G[Bx]}. */
    GETGLOBAL(Op.GETGLOBAL, WRITE, GLOBAL),
    /** {@code G[Bx] = R[A]}. */
    SETGLOBAL(Op.SETGLOBAL, READ, GLOBAL),
    /** {@code R[A] =} the built-in named {@code K[Bx]}, for example {@code printf} or {@code kdebug.probe}. */
    GETBUILTIN(Op.GETBUILTIN, WRITE, STRING_CONSTANT),
    /** {@code R[A] =} context variable B of the event being handled. */
    GETCONTEXT(Op.GETCONTEXT, WRITE, CONTEXT, NONE),

    /** {@code R[A] =} a new cell that holds {@code R[A]}: the variable is shared with a closure from here on. */
    NEWCELL(Op.NEWCELL, READ_WRITE, NONE, NONE),
    /** {@code R[A] =} content of the cell in {@code R[B]}. */
    GETCELL(Op.GETCELL, WRITE, READ, NONE),
    /** content of the cell in {@code R[A]} {@code = R[B]}. */
    SETCELL(Op.SETCELL, READ, READ, NONE),
    /** {@code R[A] =} content of the cell {@code U[B]}. */
    GETUPVALUE(Op.GETUPVALUE, WRITE, UPVALUE, NONE),
    /** content of the cell {@code U[B]} {@code = R[A]}. */
    SETUPVALUE(Op.SETUPVALUE, READ, UPVALUE, NONE),

    /** {@code R[A] =} a new empty table. */
    NEWTABLE(Op.NEWTABLE, WRITE, NONE, NONE),
    /** {@code R[A] = R[B][R[C]]}. */
    GETTABLE(Op.GETTABLE, WRITE, READ, READ),
    /** {@code R[A][R[B]] = R[C]}. */
    SETTABLE(Op.SETTABLE, READ, READ, READ),
    /** {@code R[A][R[B]] += R[C]} in one step; a missing element counts as 0. */
    ADDTABLE(Op.ADDTABLE, READ, READ, READ),
    /** {@code R[A] = R[B].K[C]}: a table's element or an event's field. */
    GETFIELD(Op.GETFIELD, WRITE, READ, STRING_CONSTANT),
    /** {@code R[A].K[B] = R[C]}. */
    SETFIELD(Op.SETFIELD, READ, STRING_CONSTANT, READ),

    /** {@code R[A] = R[B] + R[C]}, 64-bit with wrap-around. */
    ADD(Op.ADD, WRITE, READ, READ),
    /** {@code R[A] = R[B] - R[C]}, 64-bit with wrap-around. */
    SUB(Op.SUB, WRITE, READ, READ),
    /** {@code R[A] = R[B] * R[C]}, 64-bit with wrap-around. */
    MUL(Op.MUL, WRITE, READ, READ),
    /** {@code R[A] = R[B] / R[C]}, truncated toward zero; division by zero is an error. */
    DIV(Op.DIV, WRITE, READ, READ),
    /** {@code R[A] = R[B] % R[C]}, with the sign of {@code R[B]}; division by zero is an error. */
    MOD(Op.MOD, WRITE, READ, READ),
    /** {@code R[A] = -R[B]}. */
    NEG(Op.NEG, WRITE, READ, NONE),
    /** {@code R[A] = !R[B]}: true for nil and false, false for all else. */
    NOT(Op.NOT, WRITE, READ, NONE),
    /** {@code R[A] = R[B] .. R[B+1] .. ... .. R[C]}, with B less than C. */
    CONCAT(Op.CONCAT, WRITE, READ, READ),

    /** Goes on at {@code Ax}. */
    JUMP(Op.JUMP, Operand.JUMP),
    /**
     * Goes back to {@code Ax}; the end of every loop that is not a {@code for}, and the place where its turns are
     * counted.
     */
    LOOP(Op.LOOP, Operand.JUMP),
    /** Jumps by sBx if {@code R[A]} is neither nil nor false. */
    JUMPIF(Op.JUMPIF, READ, Operand.JUMP),
    /** Jumps by sBx if {@code R[A]} is nil or false. */
    JUMPIFNOT(Op.JUMPIFNOT, READ, Operand.JUMP),
    /** Skips the next instruction, which is a {@link #JUMP}, unless {@code (R[A] == R[B]) == C}. */
    TESTEQ(Op.TESTEQ, READ, READ, IMMEDIATE),
    /** Skips the next instruction, which is a {@link #JUMP}, unless {@code (R[A] < R[B]) == C}. */
    TESTLT(Op.TESTLT, READ, READ, IMMEDIATE),
    /** Skips the next instruction, which is a {@link #JUMP}, unless {@code (R[A] <= R[B]) == C}. */
    TESTLE(Op.TESTLE, READ, READ, IMMEDIATE),

    /**
     * Starts a numeric for with start, limit and step in {@code R[A]} to {@code R[A+2]}: the first value goes to
     * {@code R[A+3]}, or, if there is no turn, jumps by sBx to behind the {@link #FORLOOP}.
     */
    FORPREP(Op.FORPREP, READ_WRITE, Operand.JUMP),
    /**
     * Steps the for at {@code R[A]}; while there is another turn its value goes to {@code R[A+3]} and it jumps back
     * by sBx.
     */
    FORLOOP(Op.FORLOOP, READ_WRITE, Operand.JUMP),
    /**
     * Steps the iterator in {@code R[A]}: the next key and value go to {@code R[A+1]} and {@code R[A+2]}; when there is
     * none it jumps by sBx.
     */
    FORNEXT(Op.FORNEXT, READ, Operand.JUMP),

    /**
     * Calls {@code R[A]} with the B values from {@code R[A+1]} on; C results (missing ones nil) replace the values from
     * {@code R[A]} on.
     */
    CALL(Op.CALL, READ, IMMEDIATE, IMMEDIATE),
    /** Ends the function with the B values from {@code R[A]} on. */
    RETURN(Op.RETURN, READ, IMMEDIATE, NONE),
    /** {@code R[A] =} a closure of child Bx. */
    CLOSURE(Op.CLOSURE, WRITE, CHILD),

    /** {@code R[A], ..., R[A+B-1] =} the extra arguments of the call, missing ones nil; B is at least 1. */
    VARARGS(Op.VARARGS, WRITE, IMMEDIATE, NONE),
    /** {@code R[A..top) =} all extra arguments of the call: an open list. */
    VARARGSOPEN(Op.VARARGSOPEN, WRITE, NONE, NONE),
    /** Like {@link #CALL}, but all results stay: {@code R[A..top)} is an open list. */
    CALLOPEN(Op.CALLOPEN, READ, IMMEDIATE, NONE),
    /** Calls {@code R[A]} with the values {@code R[A+1..top)}; C results replace those from {@code R[A]} on. */
    CALLTOP(Op.CALLTOP, READ, NONE, IMMEDIATE),
    /** Calls {@code R[A]} with the values {@code R[A+1..top)}; all results stay: {@code R[A..top)}. */
    CALLTOPOPEN(Op.CALLTOPOPEN, READ, NONE, NONE),
    /** Ends the function with the values {@code R[A..top)}. */
    RETURNTOP(Op.RETURNTOP, READ, NONE, NONE),
    /** Ends the function with all results of {@code R[A]}, called with the B values behind it. */
    TAILCALL(Op.TAILCALL, READ, IMMEDIATE, NONE),
    /** Ends the function with all results of {@code R[A]}, called with the values {@code R[A+1..top)}. */
    TAILCALLTOP(Op.TAILCALLTOP, READ, NONE, NONE),
    /** {@code R[A][n+1], R[A][n+2], ... = R[B..top)}, where n is the integer in {@code R[B-1]}. */
    APPENDTOP(Op.APPENDTOP, READ, READ, NONE),
    /** {@code R[A+3], ..., R[A+2+C] = R[A](R[A+1], R[A+2])}: the step of a for over any iterator; C is at least 1. */
    FORCALL(Op.FORCALL, READ, NONE, IMMEDIATE),
    /** Jumps by sBx, forward, if {@code R[A]} is nil. */
    JUMPIFNIL(Op.JUMPIFNIL, READ, Operand.JUMP),

    /** {@code R[A] = R[B] ^ R[C]}, 64-bit with wrap-around; a negative exponent is an error. */
    POW(Op.POW, WRITE, READ, READ),
    /** {@code R[A] =} the composite key of {@code R[B], ..., R[C]}: 2 to 8 parts, none nil. */
    KEY(Op.KEY, WRITE, READ, READ),
    /** {@code R[A][R[B]] <<< R[C]}: adds an integer to the aggregation that the element is. */
    AGGREGATE(Op.AGGREGATE, READ, READ, READ),
    /** {@code R[A] =} field B of the event being handled, without the fields that all events have; nil if none. */
    GETARG(Op.GETARG, WRITE, IMMEDIATE, NONE);

    /** How the 24 bits behind the opcode are divided. */
    public enum Format {
        /** Three unsigned 8-bit operands. */
        ABC,
        /** One unsigned 8-bit operand and one of 16 bits. */
        ABX,
        /** One signed operand of 24 bits. */
        AX
    }

    private static final Opcode[] BY_CODE = new Opcode[256];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;
    private final Format format;
    private final Operand a;
    private final Operand b;
    private final Operand c;

    Opcode(int code, Operand a, Operand b, Operand c) {
        this(code, Format.ABC, a, b, c);
    }

    Opcode(int code, Operand a, Operand bx) {
        this(code, Format.ABX, a, bx, NONE);
    }

    Opcode(int code, Operand ax) {
        this(code, Format.AX, ax, NONE, NONE);
    }

    Opcode(int code, Format format, Operand a, Operand b, Operand c) {
        this.code = code;
        this.format = format;
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /** The number that stands for this opcode in a chunk, 1 to 255. */
    public int code() {
        return code;
    }

    public Format format() {
        return format;
    }

    /** The meaning of the first operand. */
    public Operand a() {
        return a;
    }

    /** The meaning of the second operand (B, or Bx). */
    public Operand b() {
        return b;
    }

    /** The meaning of the third operand. */
    public Operand c() {
        return c;
    }

    /** Whether the wide operand is read as a signed number. */
    public boolean isSigned() {
        return format == Format.AX || b == Operand.JUMP || this == LOADINT;
    }

    /**
     * Whether it makes an open list: values whose number is known only when it runs, from {@code R[A]} on. The next
     * instruction {@linkplain #takesOpenList takes} them.
     */
    public boolean makesOpenList() {
        return this == VARARGSOPEN || this == CALLOPEN || this == CALLTOPOPEN;
    }

    /** Whether it takes the open list that the instruction before it makes. */
    public boolean takesOpenList() {
        return switch (this) {
            case CALLTOP, CALLTOPOPEN, RETURNTOP, TAILCALLTOP, APPENDTOP -> true;
            default -> false;
        };
    }

    /** Whether control never goes on to the instruction behind it. */
    public boolean endsFlow() {
        return switch (this) {
            case JUMP, LOOP, RETURN, RETURNTOP, TAILCALL, TAILCALLTOP -> true;
            default -> false;
        };
    }

    /** The opcode with this {@linkplain #code() code}, if there is one. */
    public static Optional<Opcode> of(int code) {
        return code < 0 || code >= BY_CODE.length ? Optional.empty() : Optional.ofNullable(BY_CODE[code]);
    }
}
