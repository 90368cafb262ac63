package ktap.dsl.generator;

import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.ForStatement;
import ktap.dsl.ktap.IteratorHeader;
import ktap.dsl.ktap.NumericHeader;
import ktap.dsl.ktap.RepeatStatement;
import ktap.dsl.ktap.Variable;
import ktap.dsl.ktap.WhileStatement;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.bytecode.Opcode;

/** Compiles loops. Every turn has its own cells, because the variables are introduced anew in each. */
final class LoopCompiler {
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
        int base = expressions.toNext(header.getIterators().getFirst());
        int key = state.reserve(2);
        FunctionState.Loop jumps = enter();
        int start = state.position();
        jumps.breaks().add(state.emitJump(Opcode.FORNEXT, base));
        state.openBlock();
        for (int i = 0; i < header.getVariables().size(); i++) {
            statements.variables().introduce(header.getVariables().get(i), key + i);
        }
        statements.block(body);
        state.closeBlock();
        state.patchHere(jumps.continues());
        state.emitBack(Opcode.LOOP, 0, start);
        leave(jumps);
        state.release(mark);
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
