package ktap.runtime.vm;

import java.util.List;

import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Instruction;
import ktap.runtime.bytecode.LocalVariable;
import ktap.runtime.bytecode.Op;
import ktap.runtime.bytecode.Prototype;

/** Finds the name that a script gave to what is in a register, for messages. */
final class RegisterNames {
    private final List<String> globals;

    RegisterNames(List<String> globals) {
        this.globals = globals;
    }

    /**
     * The name in quotes, for example {@code 'hist'}; {@code a value} if it has none.
     *
     * @param index the instruction that reads the register
     */
    String of(Prototype prototype, int index, int register) {
        String name = local(prototype, index, register);
        if (name.isEmpty()) {
            name = source(prototype, index, register);
        }
        return name.isEmpty() ? "a value" : "'" + name + "'";
    }

    private static String local(Prototype prototype, int index, int register) {
        for (LocalVariable local : prototype.locals()) {
            if (local.register() == register && local.start() <= index && index < local.end()) {
                return local.name();
            }
        }
        return "";
    }

    /**
     * Looks back for the instruction that loaded the register; it is close before where a value has no name of its
     * own.
     */
    private String source(Prototype prototype, int index, int register) {
        for (int i = index - 1; i >= 0; i--) {
            int word = prototype.instruction(i);
            int code = Instruction.code(word);
            if (code >= Op.JUMP && code <= Op.FORNEXT || code == Op.JUMPIFNIL) {
                return "";
            }
            if (isCallOrList(code) && register >= Instruction.a(word)) {
                return "";
            }
            if (code == Op.LOADNIL && register > Instruction.a(word)
                    && register <= Instruction.a(word) + Instruction.b(word)) {
                return "";
            }
            boolean writes = code != Op.SETGLOBAL && code != Op.SETUPVALUE && code != Op.SETCELL && code != Op.SETTABLE
                    && code != Op.ADDTABLE && code != Op.SETFIELD && code != Op.NEWCELL && code != Op.APPENDTOP
                    && code != Op.AGGREGATE;
            if (writes && Instruction.a(word) == register) {
                return loadedBy(prototype, i, word);
            }
        }
        return "";
    }

    private static boolean isCallOrList(int code) {
        return code == Op.CALL || code >= Op.VARARGS && code <= Op.CALLTOPOPEN || code == Op.FORCALL;
    }

    private String loadedBy(Prototype prototype, int index, int word) {
        return switch (Instruction.code(word)) {
            case Op.GETGLOBAL -> globals.get(Instruction.bx(word));
            case Op.GETUPVALUE -> prototype.upvalues().get(Instruction.b(word)).name();
            case Op.GETCELL, Op.MOVE -> local(prototype, index, Instruction.b(word));
            case Op.GETFIELD -> string(prototype, Instruction.c(word));
            case Op.GETBUILTIN -> string(prototype, Instruction.bx(word));
            default -> "";
        };
    }

    private static String string(Prototype prototype, int constant) {
        return ByteString.toText(((Constant.Str) prototype.constants().get(constant)).bytes());
    }
}
