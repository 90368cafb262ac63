package ktap.dsl.generator;

import java.util.ArrayList;
import java.util.List;

import ktap.dsl.ktap.AggregationStatement;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionStatement;
import ktap.dsl.ktap.IndexExpression;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Opcode;

/** Compiles assignments: the parts of the targets are evaluated first, then the values, then all is stored. */
final class AssignmentCompiler {
    private static final int NO_KEY = -1;

    private final ChunkCompiler compiler;
    private final FunctionState state;
    private final VariableAccess variables;
    private final ExpressionCompiler expressions;

    /** A target whose parts are in registers; for a variable there are none. */
    private record Target(Expression expression, int table, int key) {
    }

    AssignmentCompiler(ChunkCompiler compiler, FunctionState state, VariableAccess variables,
            ExpressionCompiler expressions) {
        this.compiler = compiler;
        this.state = state;
        this.variables = variables;
        this.expressions = expressions;
    }

    void assignment(Assignment assignment) {
        List<Expression> targets = assignment.getTargets();
        List<Expression> values = assignment.getValues();
        if (targets.size() > 1 || values.size() > 1) {
            several(targets, values);
        } else if (assignment.getOperator().equals("=")) {
            single(targets.getFirst(), values.getFirst());
        } else if (targets.getFirst() instanceof IndexExpression index) {
            updateElement(index, assignment.getOperator(), values.getFirst());
        } else {
            updateVariable(targets.getFirst(), assignment.getOperator(), values.getFirst());
        }
    }

    private void single(Expression target, Expression value) {
        int home = variables.directRegister(target);
        if (home >= 0 && !ExpressionCompiler.writesEarly(value)) {
            expressions.toRegister(value, home);
        } else if (target instanceof IndexExpression index) {
            Target place = new Target(target, expressions.toAny(index.getTable()),
                    index.getField() != null ? NO_KEY : expressions.key(index.getKeys()));
            store(place, expressions.toAny(value));
        } else {
            variables.write(compiler.scopes().of(target), expressions.toAny(value));
        }
    }

    private void several(List<Expression> targets, List<Expression> values) {
        List<Target> places = new ArrayList<>();
        for (Expression target : targets) {
            places.add(target instanceof IndexExpression index
                    ? new Target(target, expressions.toNext(index.getTable()),
                            index.getField() != null ? NO_KEY : keyToNext(index))
                    : new Target(target, NO_KEY, NO_KEY));
        }
        int first = expressions.calls().values(values, targets.size());
        for (int i = places.size() - 1; i >= 0; i--) {
            store(places.get(i), first + i);
        }
    }

    private int keyToNext(IndexExpression index) {
        return index.getKeys().size() > 1 ? expressions.key(index.getKeys())
                : expressions.toNext(index.getKeys().getFirst());
    }

    /** {@code t[k] <<< n}. */
    void aggregation(AggregationStatement statement) {
        IndexExpression target = (IndexExpression) statement.getTarget();
        int table = expressions.toAny(target.getTable());
        int key = expressions.key(target);
        state.emit(Opcode.AGGREGATE, table, key, expressions.toAny(statement.getValue()));
    }

    private void store(Target target, int value) {
        if (!(target.expression() instanceof IndexExpression index)) {
            variables.write(compiler.scopes().of(target.expression()), value);
        } else if (index.getField() != null) {
            expressions.setField(target.table(), ByteString.ofText(index.getField()), value);
        } else {
            state.emit(Opcode.SETTABLE, target.table(), target.key(), value);
        }
    }

    private void updateVariable(Expression target, String operator, Expression value) {
        int home = variables.directRegister(target);
        int before = expressions.toAny(target);
        int operand = expressions.toAny(value);
        int result = home >= 0 ? home : before;
        state.emit(ExpressionCompiler.arithmetic(operator), result, before, operand);
        variables.write(compiler.scopes().of(target), result);
    }

    private void updateElement(IndexExpression target, String operator, Expression value) {
        int table = expressions.toAny(target.getTable());
        int key = expressions.key(target);
        if (operator.equals("+=")) {
            state.emit(Opcode.ADDTABLE, table, key, expressions.toAny(value));
        } else if (operator.equals("-=")) {
            int negative = state.reserve(1);
            negate(value, negative);
            state.emit(Opcode.ADDTABLE, table, key, negative);
        } else {
            int element = state.reserve(1);
            state.emit(Opcode.GETTABLE, element, table, key);
            state.emit(ExpressionCompiler.arithmetic(operator), element, element, expressions.toAny(value));
            state.emit(Opcode.SETTABLE, table, key, element);
        }
    }

    private void negate(Expression value, int target) {
        ConstantFolding.integer(value).ifPresentOrElse(constant -> expressions.integer(-constant, target),
                () -> state.emit(Opcode.NEG, target, expressions.toAny(value), 0));
    }

    /** A function declared with a name: {@code function f}, {@code function a.b}, {@code function a:b}. */
    void function(FunctionStatement statement) {
        List<String> path = new ArrayList<>(statement.getTarget().getFields());
        if (statement.getTarget().getMethod() != null) {
            path.add(statement.getTarget().getMethod());
        }
        String name = statement.getTarget().getRoot().getName() + (path.isEmpty() ? "" : "." + String.join(".", path));
        Expression root = statement.getTarget().getRoot();
        int table = path.isEmpty() ? NO_KEY : expressions.toNext(root);
        for (int i = 0; i < path.size() - 1; i++) {
            expressions.field(table, table, ByteString.ofText(path.get(i)));
        }
        int closure = state.reserve(1);
        expressions.function(statement.getFunction(), name, closure);
        if (path.isEmpty()) {
            variables.write(compiler.scopes().of(root), closure);
        } else {
            expressions.setField(table, ByteString.ofText(path.getLast()), closure);
        }
    }
}
