package ktap.runtime.vm;

import ktap.runtime.bytecode.Prototype;

/** A function of the script together with the variables that it shares with the functions around it. */
public final class Closure {
    final FunctionCode code;
    final Cell[] upvalues;

    Closure(FunctionCode code, Cell[] upvalues) {
        this.code = code;
        this.upvalues = upvalues;
    }

    /** The function's name for messages. */
    public String name() {
        String name = code.prototype.name();
        return name.isEmpty() ? "?" : name;
    }

    /** The function's verified code. */
    public Prototype prototype() {
        return code.prototype;
    }

    /**
     * What the shared variable holds now: null for nil, a Long, Boolean, byte string, {@link KtapTable}, {@link
     * Closure} or another object that means something to the interpreter only. To be called on the interpreter's
     * thread.
     *
     * @param index of the upvalue in the prototype
     */
    public Object upvalue(int index) {
        return Values.box(upvalues[index].value, upvalues[index].number);
    }
}
