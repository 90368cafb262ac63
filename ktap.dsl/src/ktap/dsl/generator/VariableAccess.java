package ktap.dsl.generator;

import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.Variable;
import ktap.dsl.scoping.Binding;
import ktap.runtime.bytecode.Opcode;

/**
 * Reads and writes what names stand for: registers, cells, upvalues, globals, built-ins and properties of the event.
 */
final class VariableAccess {
    private static final int NO_REGISTER = -1;

    private final ChunkCompiler compiler;
    private final FunctionState state;

    VariableAccess(ChunkCompiler compiler, FunctionState state) {
        this.compiler = compiler;
        this.state = state;
    }

    /** Makes the register with the variable's first value its home; a shared variable gets its cell. */
    void introduce(Variable variable, int register) {
        if (compiler.scopes().isCaptured(variable)) {
            state.emit(Opcode.NEWCELL, register, 0, 0);
        }
        state.declare(variable, register);
    }

    /** The register of a variable that lives in one by itself, or a negative number for all other expressions. */
    int directRegister(Expression expression) {
        return compiler.scopes().of(expression) instanceof Binding.Local(Variable variable) && state.owns(variable)
                && !compiler.scopes().isCaptured(variable) ? state.register(variable) : NO_REGISTER;
    }

    /** Loads what a name stands for. */
    void read(Binding binding, int target) {
        switch (binding) {
            case Binding.Local(Variable variable) when !state.owns(variable) ->
                state.emit(Opcode.GETUPVALUE, target, state.upvalue(variable), 0);
            case Binding.Local(Variable variable) -> {
                Opcode opcode = compiler.scopes().isCaptured(variable) ? Opcode.GETCELL : Opcode.MOVE;
                if (opcode == Opcode.GETCELL || target != state.register(variable)) {
                    state.emit(opcode, target, state.register(variable), 0);
                }
            }
            case Binding.Global(String name) -> state.emit(Opcode.GETGLOBAL, target, compiler.global(name));
            case Binding.Builtin(String name) -> state.emit(Opcode.GETBUILTIN, target, state.constant(name));
            case Binding.Context context -> state.emit(Opcode.GETCONTEXT, target, context.variable().ordinal(), 0);
            case Binding.Argument(int index) -> state.emit(Opcode.GETARG, target, index, 0);
            case Binding.Unknown(String name) -> throw new IllegalStateException("unchecked name " + name);
        }
    }

    /** Stores a register in a variable. */
    void write(Binding binding, int value) {
        switch (binding) {
            case Binding.Local(Variable variable) when !state.owns(variable) ->
                state.emit(Opcode.SETUPVALUE, value, state.upvalue(variable), 0);
            case Binding.Local(Variable variable) when compiler.scopes().isCaptured(variable) ->
                state.emit(Opcode.SETCELL, state.register(variable), value, 0);
            case Binding.Local(Variable variable) -> {
                if (value != state.register(variable)) {
                    state.emit(Opcode.MOVE, state.register(variable), value, 0);
                }
            }
            case Binding.Global(String name) -> state.emit(Opcode.SETGLOBAL, value, compiler.global(name));
            default -> throw new IllegalStateException("not assignable: " + binding);
        }
    }
}
