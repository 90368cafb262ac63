package ktap.dsl.generator;

import java.util.List;

import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.scoping.Binding;
import ktap.dsl.validation.Trees;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Opcode;

/** Compiles calls, and lists of expressions whose last one may be a call with several results. */
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
        if (compiler.scopes().of(Trees.plain(call.getFunction())) instanceof Binding.Context context
                && call.getMethod() == null) {
            property(context, results);
            return base;
        }
        int self = 0;
        if (call.getMethod() == null) {
            expressions.toNext(call.getFunction());
        } else {
            state.reserve(2);
            expressions.toRegister(call.getFunction(), base + 1);
            expressions.field(base, base + 1, ByteString.ofText(call.getMethod()));
            self = 1;
        }
        call.getArguments().forEach(expressions::toNext);
        state.line(compiler.positions().line(call.getFunction()));
        state.emit(Opcode.CALL, base, call.getArguments().size() + self, results);
        state.release(base);
        state.reserve(results);
        return base;
    }

    /** A property of the event that is written as a call: {@code pid()}. */
    private void property(Binding.Context context, int results) {
        int register = state.reserve(Math.max(1, results));
        state.emit(Opcode.GETCONTEXT, register, context.variable().ordinal(), 0);
        if (results > 1) {
            state.emit(Opcode.LOADNIL, register + 1, results - 2, 0);
        }
    }

    /** Puts exactly this many values in new registers, which it reserves, and returns the first. */
    int values(List<Expression> values, int wanted) {
        int base = state.mark();
        for (int i = 0; i < values.size(); i++) {
            int missing = wanted - i;
            if (i == values.size() - 1 && missing > 1 && values.get(i) instanceof CallExpression call) {
                call(call, missing);
                return base;
            }
            int mark = state.mark();
            expressions.toNext(values.get(i));
            if (missing <= 0) {
                state.release(mark);
            }
        }
        int missing = wanted - values.size();
        if (missing > 0) {
            state.emit(Opcode.LOADNIL, state.reserve(missing), missing - 1, 0);
        }
        return base;
    }
}
