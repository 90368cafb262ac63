package ktap.dsl.generator;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.KtapPackage;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.ktap.TraceEndStatement;
import ktap.dsl.ktap.TraceStatement;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Opcode;

/** Compiles the statements that register handlers to calls of the built-ins that do so. */
final class EventSugar {
    private final ChunkCompiler compiler;
    private final FunctionState state;
    private final ExpressionCompiler expressions;

    EventSugar(ChunkCompiler compiler, FunctionState state, ExpressionCompiler expressions) {
        this.compiler = compiler;
        this.state = state;
        this.expressions = expressions;
    }

    /** {@code trace E {B}} is {@code kdebug.trace("E", function () {B})}. */
    void trace(TraceStatement trace) {
        String definition = trace.getDefinition() == null ? definition(trace)
                : ByteString.toText(StringLiterals.decode(trace.getDefinition(), (offset, message) -> {
                    throw new IllegalStateException("unchecked string: " + message);
                }));
        int base = builtin("kdebug.trace");
        state.emit(Opcode.LOADK, state.reserve(1), state.constant(ByteString.ofText(definition)));
        handler(trace.getHandler(), trace.getBody(), "trace " + definition);
        state.emit(Opcode.CALL, base, 2, 0);
    }

    /** {@code trace_end {B}} is {@code kdebug.trace_end(function () {B})}. */
    void traceEnd(TraceEndStatement traceEnd) {
        int base = builtin("kdebug.trace_end");
        handler(traceEnd.getHandler(), traceEnd.getBody(), "trace_end");
        state.emit(Opcode.CALL, base, 1, 0);
    }

    /** {@code tick-1s {B}} is {@code timer.tick("1s", function () {B})}; so is {@code profile}. */
    void timer(TimerStatement timer) {
        int base = builtin("timer." + timer.getKind());
        state.emit(Opcode.LOADK, state.reserve(1), state.constant(ByteString.ofText(timer.getInterval())));
        handler(null, timer.getBody(), timer.getKind() + "-" + timer.getInterval());
        state.emit(Opcode.CALL, base, 2, 0);
    }

    private int builtin(String name) {
        int base = state.reserve(1);
        state.emit(Opcode.GETBUILTIN, base, state.constant(name));
        return base;
    }

    private void handler(Expression handler, Block body, String name) {
        int register = state.reserve(1);
        if (handler instanceof FunctionExpression function) {
            expressions.function(function, name, register);
        } else {
            state.emit(Opcode.CLOSURE, register, compiler.handler(state, name, body));
        }
    }

    /** The events as they stand in the script, one after another, and the filter between its slashes. */
    private String definition(TraceStatement trace) {
        String events = String.join(", ", trace.getEvents());
        if (trace.getFilter() == null) {
            return events;
        }
        INode slash = NodeModelUtils.findNodesForFeature(trace,
                KtapPackage.Literals.TRACE_STATEMENT__FILTER).getFirst();
        return events + " /" + NodeModelUtils.getTokenText(slash).strip() + "/";
    }
}
