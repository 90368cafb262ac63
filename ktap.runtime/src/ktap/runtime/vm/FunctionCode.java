package ktap.runtime.vm;

import java.util.List;

import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.UpvalueSource;

/** A prototype in the form in which the interpreter reads it. */
final class FunctionCode {
    final Prototype prototype;
    final int[] words;
    final int registers;
    final int parameters;
    final boolean vararg;
    /** The constants: {@link Values#INT} or a byte string. */
    final Object[] constants;
    final long[] constantNumbers;
    final UpvalueSource[] upvalues;
    final FunctionCode[] children;
    /** By constant: the built-in of that name, once it has been looked up. */
    final Object[] builtins;

    FunctionCode(Prototype prototype) {
        this.prototype = prototype;
        this.words = FusedOp.fuse(prototype.code());
        this.registers = prototype.registers();
        this.parameters = prototype.parameters();
        this.vararg = prototype.vararg();
        List<Constant> source = prototype.constants();
        this.constants = new Object[source.size()];
        this.constantNumbers = new long[source.size()];
        this.builtins = new Object[source.size()];
        for (int i = 0; i < constants.length; i++) {
            switch (source.get(i)) {
                case Constant.Int(long value) -> {
                    constants[i] = Values.INT;
                    constantNumbers[i] = value;
                }
                case Constant.Str(String bytes) -> constants[i] = bytes.intern();
            }
        }
        this.upvalues = prototype.upvalues().toArray(UpvalueSource[]::new);
        this.children = prototype.children().stream().map(FunctionCode::new).toArray(FunctionCode[]::new);
    }

    String string(int constant) {
        return (String) constants[constant];
    }
}
