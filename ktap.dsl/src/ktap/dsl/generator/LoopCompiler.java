package ktap.dsl.generator;

import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ForStatement;
import ktap.dsl.ktap.IteratorHeader;
import ktap.dsl.ktap.NumericHeader;
import ktap.dsl.ktap.RepeatStatement;
import ktap.dsl.ktap.Variable;
import ktap.dsl.ktap.WhileStatement;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.bytecode.Opcode;

/** Compiles loops. Every turn has its own cells, because the variables are introduced anew in each. */
final class LoopCompiler {
    /** Iterator function, state and control variable. */
    private static final int ITERATOR_VALUES = 3;

    private final FunctionState state;
    private final Scopes scopes;
    private final StatementCompiler statements;
    private final ExpressionCompiler expressions;

    LoopCompiler(FunctionState state, Scopes scopes, StatementCompiler statements, ExpressionCompiler expressions) {
        this.state = state;
        this.scopes = scopes;
        this.statements = statements;
        this.expressions = expressions;
    }

    void whileLoop(WhileStatement loop) {
        FunctionState.Loop jumps = enter();
        int start = state.position();
        expressions.conditions().jump(loop.getCondition(), false, jumps.breaks());
        statements.block(loop.getBody());
        state.patchHere(jumps.continues());
        state.emitBack(Opcode.LOOP, 0, start);
        leave(jumps);
    }

    void repeatLoop(RepeatStatement loop) {
        FunctionState.Loop jumps = enter();
        int start = state.position();
        int mark = state.mark();
        state.openBlock();
        statements.statements(loop.getBody());
        state.patchHere(jumps.continues());
        expressions.conditions().jump(loop.getCondition(), true, jumps.breaks());
        state.closeBlock();
        state.release(mark);
        state.emitBack(Opcode.LOOP, 0, start);
        leave(jumps);
    }

    void forLoop(ForStatement loop) {
        switch (loop.getHeader()) {
            case NumericHeader header when header.getCondition() != null -> countingLoop(header, loop.getBody());
            case NumericHeader header -> numericLoop(header, loop.getBody());
            case IteratorHeader header -> iteratorLoop(header, loop.getBody());
            case null, default -> throw new IllegalArgumentException("a for statement without a header");
        }
    }

    private void numericLoop(NumericHeader header, Block body) {
        int mark = state.mark();
        int base = expressions.toNext(header.getStart());
        expressions.toNext(header.getLimit());
        if (header.getStep() != null) {
            expressions.toNext(header.getStep());
        } else {
            expressions.integer(1, state.reserve(1));
        }
        int variable = state.reserve(1);
        FunctionState.Loop jumps = enter();
        int prepare = state.emitJump(Opcode.FORPREP, base);
        int start = state.position();
        state.openBlock();
        statements.variables().introduce(header.getVariable(), variable);
        statements.block(body);
        state.closeBlock();
        state.patchHere(jumps.continues());
        state.emitBack(Opcode.FORLOOP, base, start);
        state.patch(prepare, state.position());
        leave(jumps);
        state.release(mark);
    }

    /** C's form. A variable that a function in the body uses gets a new cell with the old value before each update. */
    private void countingLoop(NumericHeader header, Block body) {
        int mark = state.mark();
        state.openBlock();
        int register = expressions.toNext(header.getStart());
        Variable variable = header.getVariable();
        statements.variables().introduce(variable, register);
        FunctionState.Loop jumps = enter();
        int start = state.position();
        expressions.conditions().jump(header.getCondition(), false, jumps.breaks());
        statements.block(body);
        state.patchHere(jumps.continues());
        if (scopes.isCaptured(variable)) {
            state.emit(Opcode.GETCELL, register, register, 0);
            state.emit(Opcode.NEWCELL, register, 0, 0);
        }
        statements.statement(header.getUpdate());
        state.emitBack(Opcode.LOOP, 0, start);
        leave(jumps);
        state.closeBlock();
        state.release(mark);
    }

    private void iteratorLoop(IteratorHeader header, Block body) {
        int mark = state.mark();
        int count = header.getVariables().size();
        FunctionState.Loop jumps = enter();
        int start;
        int first;
        if (isPairs(header)) {
            int base = expressions.toNext(header.getIterators().getFirst());
            first = state.reserve(Math.max(2, count));
            start = state.position();
            jumps.breaks().add(state.emitJump(Opcode.FORNEXT, base));
            if (count > 2) {
                state.emit(Opcode.LOADNIL, first + 2, count - 3, 0);
            }
        } else {
            int base = expressions.calls().values(header.getIterators(), ITERATOR_VALUES);
            first = state.reserve(count);
            start = state.position();
            state.emit(Opcode.FORCALL, base, 0, count);
            jumps.breaks().add(state.emitJump(Opcode.JUMPIFNIL, first));
            state.emit(Opcode.MOVE, base + 2, first, 0);
        }
        state.openBlock();
        for (int i = 0; i < count; i++) {
            statements.variables().introduce(header.getVariables().get(i), first + i);
        }
        statements.block(body);
        state.closeBlock();
        state.patchHere(jumps.continues());
        state.emitBack(Opcode.LOOP, 0, start);
        leave(jumps);
        state.release(mark);
    }

    /** Whether it goes through a table by a built-in, whose iterator needs no calls. */
    private boolean isPairs(IteratorHeader header) {
        return header.getIterators().size() == 1
                && header.getIterators().getFirst() instanceof CallExpression call
                && call.getMethod() == null && scopes.of(call.getFunction()) instanceof Binding.Builtin(String name)
                && name.endsWith("pairs");
    }

    private FunctionState.Loop enter() {
        FunctionState.Loop jumps = new FunctionState.Loop(new JumpList(), new JumpList());
        state.enterLoop(jumps);
        return jumps;
    }

    private void leave(FunctionState.Loop jumps) {
        state.leaveLoop();
        state.patchHere(jumps.breaks());
    }
}
