package ktap.runtime.bytecode;

/**
 * The {@linkplain Opcode#code() codes} of the opcodes as compile-time constants, for the switch of an engine. The
 * meaning of each is told at the {@link Opcode} of the same name.
 */
public final class Op {
    public static final int MOVE = 1;
    public static final int LOADNIL = 2;
    public static final int LOADBOOL = 3;
    public static final int LOADINT = 4;
    public static final int LOADK = 5;
    public static final int GETGLOBAL = 6;
    public static final int SETGLOBAL = 7;
    public static final int GETBUILTIN = 8;
    public static final int GETCONTEXT = 9;
    public static final int NEWCELL = 10;
    public static final int GETCELL = 11;
    public static final int SETCELL = 12;
    public static final int GETUPVALUE = 13;
    public static final int SETUPVALUE = 14;
    public static final int NEWTABLE = 15;
    public static final int GETTABLE = 16;
    public static final int SETTABLE = 17;
    public static final int ADDTABLE = 18;
    public static final int GETFIELD = 19;
    public static final int SETFIELD = 20;
    public static final int ADD = 21;
    public static final int SUB = 22;
    public static final int MUL = 23;
    public static final int DIV = 24;
    public static final int MOD = 25;
    public static final int NEG = 26;
    public static final int NOT = 27;
    public static final int CONCAT = 28;
    public static final int JUMP = 29;
    public static final int LOOP = 30;
    public static final int JUMPIF = 31;
    public static final int JUMPIFNOT = 32;
    public static final int TESTEQ = 33;
    public static final int TESTLT = 34;
    public static final int TESTLE = 35;
    public static final int FORPREP = 36;
    public static final int FORLOOP = 37;
    public static final int FORNEXT = 38;
    public static final int CALL = 39;
    public static final int RETURN = 40;
    public static final int CLOSURE = 41;
    public static final int VARARGS = 42;
    public static final int VARARGSOPEN = 43;
    public static final int CALLOPEN = 44;
    public static final int CALLTOP = 45;
    public static final int CALLTOPOPEN = 46;
    public static final int RETURNTOP = 47;
    public static final int TAILCALL = 48;
    public static final int TAILCALLTOP = 49;
    public static final int APPENDTOP = 50;
    public static final int FORCALL = 51;
    public static final int JUMPIFNIL = 52;
    public static final int POW = 53;
    public static final int KEY = 54;
    public static final int AGGREGATE = 55;
    public static final int GETARG = 56;

    private Op() {
    }
}
