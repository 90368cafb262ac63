package ktap.dsl.generator;

import java.util.List;

import ktap.dsl.ktap.AggregationStatement;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.BreakStatement;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ContinueStatement;
import ktap.dsl.ktap.DoStatement;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.ForStatement;
import ktap.dsl.ktap.FunctionStatement;
import ktap.dsl.ktap.GotoStatement;
import ktap.dsl.ktap.IfStatement;
import ktap.dsl.ktap.LabelStatement;
import ktap.dsl.ktap.LocalFunction;
import ktap.dsl.ktap.LocalStatement;
import ktap.dsl.ktap.RepeatStatement;
import ktap.dsl.ktap.ReturnStatement;
import ktap.dsl.ktap.Statement;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.ktap.TraceEndStatement;
import ktap.dsl.ktap.TraceStatement;
import ktap.dsl.ktap.WhileStatement;
import ktap.runtime.bytecode.Opcode;

/** Compiles the statements of one function. */
final class StatementCompiler {
    private final ChunkCompiler compiler;
    private final FunctionState state;
    private final VariableAccess variables;
    private final ExpressionCompiler expressions;
    private final AssignmentCompiler assignments;
    private final LoopCompiler loops;
    private final EventSugar events;
    private final GotoCompiler gotos;

    StatementCompiler(ChunkCompiler compiler, FunctionState state) {
        this.compiler = compiler;
        this.state = state;
        this.variables = new VariableAccess(compiler, state);
        this.expressions = new ExpressionCompiler(compiler, state, variables);
        this.assignments = new AssignmentCompiler(compiler, state, variables, expressions);
        this.loops = new LoopCompiler(state, compiler.scopes(), this, expressions);
        this.events = new EventSugar(compiler, state, expressions);
        this.gotos = new GotoCompiler(state);
    }

    VariableAccess variables() {
        return variables;
    }

    /** Compiles a block with its own variables. */
    void block(Block block) {
        int mark = state.mark();
        state.openBlock();
        statements(block);
        state.closeBlock();
        state.release(mark);
    }

    /** Compiles the statements into the current block. */
    void statements(Block block) {
        block.getStatements().forEach(this::statement);
    }

    void statement(Statement statement) {
        state.line(compiler.positions().line(statement));
        switch (statement) {
            case LocalStatement local -> local(local);
            case LocalFunction local -> localFunction(local);
            default -> {
                int mark = state.mark();
                plain(statement);
                state.release(mark);
            }
        }
    }

    /** Statements that leave no variable behind. */
    private void plain(Statement statement) {
        switch (statement) {
            case Assignment assignment -> assignments.assignment(assignment);
            case CallExpression call -> expressions.calls().call(call, 0);
            case FunctionStatement function -> assignments.function(function);
            case IfStatement choice -> choice(choice);
            case WhileStatement loop -> loops.whileLoop(loop);
            case RepeatStatement loop -> loops.repeatLoop(loop);
            case ForStatement loop -> loops.forLoop(loop);
            case DoStatement group -> block(group.getBody());
            case ReturnStatement result -> result(result);
            case BreakStatement leave -> state.loop().breaks().add(state.emitJump(Opcode.JUMP, 0));
            case ContinueStatement again -> state.loop().continues().add(state.emitJump(Opcode.JUMP, 0));
            case GotoStatement jump -> gotos.jump(jump);
            case LabelStatement label -> gotos.label(label);
            case AggregationStatement aggregation -> assignments.aggregation(aggregation);
            case TraceStatement trace -> events.trace(trace);
            case TraceEndStatement traceEnd -> events.traceEnd(traceEnd);
            case TimerStatement timer -> events.timer(timer);
            default -> throw new IllegalArgumentException("unchecked statement " + statement.eClass().getName());
        }
    }

    private void local(LocalStatement local) {
        int first = expressions.calls().values(local.getValues(), local.getVariables().size());
        for (int i = 0; i < local.getVariables().size(); i++) {
            variables.introduce(local.getVariables().get(i), first + i);
        }
    }

    /** The variable exists before its function, which may call itself. */
    private void localFunction(LocalFunction local) {
        int home = state.reserve(1);
        String name = local.getVariable().getName();
        if (compiler.scopes().isCaptured(local.getVariable())) {
            state.emit(Opcode.LOADNIL, home, 0, 0);
            variables.introduce(local.getVariable(), home);
            int closure = state.reserve(1);
            expressions.function(local.getFunction(), name, closure);
            state.emit(Opcode.SETCELL, home, closure, 0);
            state.release(closure);
        } else {
            expressions.function(local.getFunction(), name, home);
            variables.introduce(local.getVariable(), home);
        }
    }

    private void choice(IfStatement choice) {
        JumpList end = new JumpList();
        int last = choice.getConditions().size() - 1;
        for (int i = 0; i <= last; i++) {
            JumpList next = new JumpList();
            state.line(compiler.positions().line(choice.getConditions().get(i)));
            expressions.conditions().jump(choice.getConditions().get(i), false, next);
            block(choice.getBranches().get(i));
            if ((i < last || choice.getOtherwise() != null) && !leaves(choice.getBranches().get(i))) {
                end.add(state.emitJump(Opcode.JUMP, 0));
            }
            state.patchHere(next);
        }
        if (choice.getOtherwise() != null) {
            block(choice.getOtherwise());
        }
        state.patchHere(end);
    }

    private static boolean leaves(Block block) {
        Statement last = block.getStatements().isEmpty() ? null : block.getStatements().getLast();
        return last instanceof ReturnStatement || last instanceof BreakStatement || last instanceof ContinueStatement
                || last instanceof GotoStatement;
    }

    private void result(ReturnStatement result) {
        List<Expression> values = result.getValues();
        int count = values.size();
        int first = state.mark();
        if (count == 1 && expressions.calls().isCall(values.getFirst())) {
            expressions.calls().tailCall((CallExpression) values.getFirst());
        } else if (count > 0 && expressions.calls().hasManyValues(values.getLast())) {
            expressions.calls().list(values);
            state.emit(Opcode.RETURNTOP, first, 0, 0);
        } else if (count == 1) {
            state.emit(Opcode.RETURN, expressions.toAny(values.getFirst()), 1, 0);
        } else {
            state.emit(Opcode.RETURN, count == 0 ? 0 : expressions.calls().values(values, count), count, 0);
        }
    }
}
