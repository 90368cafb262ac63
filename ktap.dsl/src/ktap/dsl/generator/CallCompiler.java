package ktap.dsl.generator;

import java.util.List;

import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.VarargsExpression;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.dsl.validation.Trees;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Opcode;

/**
 * Compiles calls, and lists of expressions. The last of a list may be a call or {@code ...} and give any number of
 * values; in parentheses it gives one.
 */
final class CallCompiler {
    private final FunctionState state;
    private final ChunkCompiler compiler;
    private final ExpressionCompiler expressions;

    CallCompiler(ChunkCompiler compiler, FunctionState state, ExpressionCompiler expressions) {
        this.compiler = compiler;
        this.state = state;
        this.expressions = expressions;
    }

    /** Calls; the results are in the registers from the returned one on, which are reserved. */
    int call(CallExpression call, int results) {
        int base = state.mark();
        if (isInline(call)) {
            inline(call, results);
            return base;
        }
        int given = prepare(call);
        if (given >= 0) {
            state.emit(Opcode.CALL, base, given, results);
        } else {
            state.emit(Opcode.CALLTOP, base, 0, results);
        }
        state.release(base);
        state.reserve(results);
        return base;
    }

    /** Ends the function with the results of a call, without a place of its own on the stack of calls. */
    void tailCall(CallExpression call) {
        int base = state.mark();
        int given = prepare(call);
        state.emit(given >= 0 ? Opcode.TAILCALL : Opcode.TAILCALLTOP, base, Math.max(0, given), 0);
        state.release(base);
    }

    /** Whether the expression gives any number of values where it is the last of a list. */
    boolean hasManyValues(Expression expression) {
        return expression instanceof VarargsExpression || isCall(expression);
    }

    /** Whether it is a call that is compiled as one. */
    boolean isCall(Expression expression) {
        return expression instanceof CallExpression call && !isInline(call);
    }

    /** Makes an open list, from the next register on, of what has many values. Its taker must follow directly. */
    void open(Expression expression) {
        int base = state.mark();
        if (expression instanceof CallExpression call) {
            int given = prepare(call);
            state.emit(given >= 0 ? Opcode.CALLOPEN : Opcode.CALLTOPOPEN, base, Math.max(0, given), 0);
        } else {
            state.emit(Opcode.VARARGSOPEN, state.reserve(1), 0, 0);
        }
        state.release(base);
    }

    /**
     * Puts the values in the next registers.
     *
     * @return false if the last one makes an open list
     */
    boolean list(List<Expression> values) {
        for (Expression value : values) {
            if (value == values.getLast() && hasManyValues(value)) {
                open(value);
                return false;
            }
            expressions.toNext(value);
        }
        return true;
    }

    /** Puts the function and its arguments in the next registers; the number of arguments, negative if it is open. */
    private int prepare(CallExpression call) {
        int base = state.mark();
        int self = 0;
        if (call.getMethod() == null) {
            expressions.toNext(call.getFunction());
        } else {
            state.reserve(2);
            expressions.toRegister(call.getFunction(), base + 1);
            expressions.field(base, base + 1, ByteString.ofText(call.getMethod()));
            self = 1;
        }
        boolean closed = list(call.getArguments());
        state.line(compiler.positions().line(call.getFunction()));
        return closed ? call.getArguments().size() + self : -1;
    }

    // --- What looks like a call and is none

    private boolean isInline(CallExpression call) {
        return call.getMethod() == null && (compiler.scopes().of(Trees.plain(call.getFunction()))
                instanceof Binding.Context || isRemoval(call, compiler.scopes()));
    }

    /** Whether it is {@code delete(t[k])}, which removes one element. */
    static boolean isRemoval(CallExpression call, Scopes scopes) {
        return call.getMethod() == null && call.getArguments().size() == 1
                && call.getArguments().getFirst() instanceof IndexExpression element
                && scopes.of(element) == null
                && scopes.of(Trees.plain(call.getFunction())) instanceof Binding.Builtin(String name)
                && name.equals("delete");
    }

    private void inline(CallExpression call, int results) {
        int first = state.mark();
        if (compiler.scopes().of(Trees.plain(call.getFunction())) instanceof Binding.Context context) {
            state.emit(Opcode.GETCONTEXT, state.reserve(1), context.variable().ordinal(), 0);
            nil(first + 1, results - 1);
        } else {
            IndexExpression element = (IndexExpression) call.getArguments().getFirst();
            int table = expressions.toAny(element.getTable());
            int key = expressions.key(element);
            int value = state.reserve(1);
            nil(value, 1);
            state.emit(Opcode.SETTABLE, table, key, value);
            state.release(first);
            nil(first, results);
        }
        state.release(first);
        state.reserve(results);
    }

    private void nil(int first, int count) {
        if (count > 0) {
            state.release(first);
            state.emit(Opcode.LOADNIL, state.reserve(count), count - 1, 0);
        }
    }

    /** Puts exactly this many values in new registers, which it reserves, and returns the first. */
    int values(List<Expression> values, int wanted) {
        int base = state.mark();
        for (int i = 0; i < values.size(); i++) {
            Expression value = values.get(i);
            int missing = wanted - i;
            if (i == values.size() - 1 && missing > 1 && value instanceof CallExpression call) {
                call(call, missing);
                return base;
            }
            if (i == values.size() - 1 && missing > 1 && value instanceof VarargsExpression) {
                state.emit(Opcode.VARARGS, state.reserve(missing), missing, 0);
                return base;
            }
            int mark = state.mark();
            expressions.toNext(value);
            if (missing <= 0) {
                state.release(mark);
            }
        }
        nil(state.mark(), wanted - values.size());
        return base;
    }
}
