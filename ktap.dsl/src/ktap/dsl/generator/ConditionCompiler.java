package ktap.dsl.generator;

import ktap.dsl.ktap.BooleanLiteral;
import ktap.dsl.ktap.ComparisonExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.LogicalExpression;
import ktap.dsl.ktap.NilLiteral;
import ktap.dsl.ktap.NumberLiteral;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.ktap.UnaryExpression;
import ktap.dsl.validation.Trees;
import ktap.runtime.bytecode.Opcode;

/** Compiles expressions of which only the truth counts to tests and jumps, without making truth values. */
final class ConditionCompiler {
    private final FunctionState state;
    private final ExpressionCompiler expressions;

    ConditionCompiler(FunctionState state, ExpressionCompiler expressions) {
        this.state = state;
        this.expressions = expressions;
    }

    /** Jumps to the list's target if the expression's truth is {@code when}; otherwise goes on. */
    void jump(Expression condition, boolean when, JumpList target) {
        int mark = state.mark();
        switch (Trees.plain(condition)) {
            case UnaryExpression not when !not.getOperator().equals("-") -> jump(not.getOperand(), !when, target);
            case LogicalExpression logical -> logical(logical, when, target);
            case ComparisonExpression comparison -> comparison(comparison, when, target);
            case BooleanLiteral literal -> always(literal.isTrue() == when, target);
            case NilLiteral nil -> always(!when, target);
            case NumberLiteral number -> always(when, target);
            case StringLiteral string -> always(when, target);
            case Expression other -> {
                int register = expressions.toAny(other);
                target.add(state.emitJump(when ? Opcode.JUMPIF : Opcode.JUMPIFNOT, register));
            }
        }
        state.release(mark);
    }

    private void always(boolean jumps, JumpList target) {
        if (jumps) {
            target.add(state.emitJump(Opcode.JUMP, 0));
        }
    }

    private void logical(LogicalExpression logical, boolean when, JumpList target) {
        boolean decisive = isOr(logical);
        if (decisive == when) {
            jump(logical.getLeft(), when, target);
            jump(logical.getRight(), when, target);
        } else {
            JumpList decided = new JumpList();
            jump(logical.getLeft(), decisive, decided);
            jump(logical.getRight(), when, target);
            state.patchHere(decided);
        }
    }

    static boolean isOr(LogicalExpression logical) {
        return logical.getOperator().equals("or") || logical.getOperator().equals("||");
    }

    private void comparison(ComparisonExpression comparison, boolean when, JumpList target) {
        int left = expressions.toAny(comparison.getLeft());
        int right = expressions.toAny(comparison.getRight());
        int truth = when ? 1 : 0;
        switch (comparison.getOperator()) {
            case "==" -> state.emit(Opcode.TESTEQ, left, right, truth);
            case "!=" -> state.emit(Opcode.TESTEQ, left, right, 1 - truth);
            case "<" -> state.emit(Opcode.TESTLT, left, right, truth);
            case ">" -> state.emit(Opcode.TESTLT, right, left, truth);
            case "<=" -> state.emit(Opcode.TESTLE, left, right, truth);
            case ">=" -> state.emit(Opcode.TESTLE, right, left, truth);
            default -> throw new IllegalArgumentException(comparison.getOperator());
        }
        target.add(state.emitJump(Opcode.JUMP, 0));
    }
}
