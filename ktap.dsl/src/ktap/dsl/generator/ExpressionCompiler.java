package ktap.dsl.generator;

import java.util.List;
import java.util.OptionalLong;

import ktap.dsl.ktap.ArithmeticExpression;
import ktap.dsl.ktap.BooleanLiteral;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ComparisonExpression;
import ktap.dsl.ktap.ConcatenationExpression;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.LogicalExpression;
import ktap.dsl.ktap.NilLiteral;
import ktap.dsl.ktap.StringLiteral;
import ktap.dsl.ktap.TableConstructor;
import ktap.dsl.ktap.UnaryExpression;
import ktap.dsl.ktap.VarargsExpression;
import ktap.dsl.scoping.Binding;
import ktap.dsl.validation.Trees;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Opcode;

/** Compiles expressions to values in registers. */
final class ExpressionCompiler {
    private final ChunkCompiler compiler;
    private final FunctionState state;
    private final VariableAccess variables;
    private final CallCompiler calls;
    private final ConditionCompiler conditions;

    ExpressionCompiler(ChunkCompiler compiler, FunctionState state, VariableAccess variables) {
        this.compiler = compiler;
        this.state = state;
        this.variables = variables;
        this.calls = new CallCompiler(compiler, state, this);
        this.conditions = new ConditionCompiler(state, this);
    }

    CallCompiler calls() {
        return calls;
    }

    ConditionCompiler conditions() {
        return conditions;
    }

    /** A register with the value: that of a plain local variable, which must not be written, or else a new one. */
    int toAny(Expression expression) {
        int register = variables.directRegister(Trees.plain(expression));
        return register >= 0 ? register : toNext(expression);
    }

    /** Reserves the next register and puts the value there. */
    int toNext(Expression expression) {
        if (Trees.plain(expression) instanceof CallExpression call) {
            return calls.call(call, 1);
        }
        int register = state.reserve(1);
        toRegister(expression, register);
        return register;
    }

    /**
     * Puts the value into the register. If that is the home of a variable, the expression must not be one that
     * {@linkplain #writesEarly writes early}.
     */
    void toRegister(Expression expression, int target) {
        Expression plain = Trees.plain(expression);
        OptionalLong integer = ConstantFolding.integer(plain);
        Binding binding = compiler.scopes().of(plain);
        int mark = state.mark();
        if (integer.isPresent()) {
            integer(integer.getAsLong(), target);
        } else if (binding != null) {
            variables.read(binding, target);
        } else {
            compute(plain, target);
        }
        state.release(mark);
    }

    /** Whether the expression writes its target before it has read all variables. */
    static boolean writesEarly(Expression expression) {
        Expression plain = Trees.plain(expression);
        return plain instanceof LogicalExpression || plain instanceof TableConstructor;
    }

    private void compute(Expression expression, int target) {
        switch (expression) {
            case NilLiteral nil -> state.emit(Opcode.LOADNIL, target, 0, 0);
            case BooleanLiteral literal -> state.emit(Opcode.LOADBOOL, target, literal.isTrue() ? 1 : 0, 0);
            case StringLiteral literal -> state.emit(Opcode.LOADK, target, state.constant(text(literal)));
            case FunctionExpression function -> function(function, "anonymous", target);
            case TableConstructor table -> new TableCompiler(state, this).table(table, target);
            case IndexExpression index -> index(index, target);
            case CallExpression call -> move(calls.call(call, 1), target);
            case UnaryExpression unary -> {
                Opcode opcode = unary.getOperator().equals("-") ? Opcode.NEG : Opcode.NOT;
                state.emit(opcode, target, firstOperand(unary.getOperand(), target), 0);
            }
            case ArithmeticExpression arithmetic -> {
                int left = firstOperand(arithmetic.getLeft(), target);
                int right = toAny(arithmetic.getRight());
                state.emit(arithmetic(arithmetic.getOperator()), target, left, right);
            }
            case ConcatenationExpression concatenation -> {
                int first = state.mark();
                concatenation.getParts().forEach(this::toNext);
                state.emit(Opcode.CONCAT, target, first, state.mark() - 1);
            }
            case VarargsExpression varargs -> state.emit(Opcode.VARARGS, target, 1, 0);
            case LogicalExpression logical -> logical(logical, target);
            case ComparisonExpression comparison -> comparison(comparison, target);
            default -> throw new IllegalArgumentException("unchecked expression " + expression.eClass().getName());
        }
    }

    /**
     * The operand that is computed first may use the target itself, so that long chains of operators need no registers.
     */
    private int firstOperand(Expression operand, int target) {
        int register = variables.directRegister(Trees.plain(operand));
        if (register >= 0 || state.isHome(target)) {
            return register >= 0 ? register : toNext(operand);
        }
        toRegister(operand, target);
        return target;
    }

    /** The opcode of an arithmetic operator, or of the assignment made from it. */
    static Opcode arithmetic(String operator) {
        return switch (operator) {
            case "+", "+=" -> Opcode.ADD;
            case "-", "-=" -> Opcode.SUB;
            case "*", "*=" -> Opcode.MUL;
            case "/", "/=" -> Opcode.DIV;
            case "%" -> Opcode.MOD;
            case "^" -> Opcode.POW;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    static String text(StringLiteral literal) {
        return StringLiterals.decode(literal.getText(), (offset, message) -> {
            throw new IllegalStateException("unchecked string: " + message);
        });
    }

    void integer(long value, int target) {
        if (value == (short) value) {
            state.emit(Opcode.LOADINT, target, (int) value);
        } else {
            state.emit(Opcode.LOADK, target, state.constant(new Constant.Int(value)));
        }
    }

    /** Makes a closure of the function. */
    void function(FunctionExpression function, String name, int target) {
        int child = compiler.function(state, name, function);
        state.emit(Opcode.CLOSURE, target, child);
    }

    private void move(int register, int target) {
        if (register != target) {
            state.emit(Opcode.MOVE, target, register, 0);
        }
    }

    private void index(IndexExpression index, int target) {
        int table = firstOperand(index.getTable(), target);
        if (index.getField() != null) {
            field(target, table, ByteString.ofText(index.getField()));
        } else {
            state.emit(Opcode.GETTABLE, target, table, key(index.getKeys()));
        }
    }

    /** A register with the key that is made of these parts. */
    int key(List<Expression> parts) {
        if (parts.size() == 1) {
            return toAny(parts.getFirst());
        }
        int first = state.mark();
        parts.forEach(this::toNext);
        state.emit(Opcode.KEY, first, first, state.mark() - 1);
        state.release(first + 1);
        return first;
    }

    /** The key of an element, also if it is written as a field. */
    int key(IndexExpression element) {
        if (element.getField() == null) {
            return key(element.getKeys());
        }
        int key = state.reserve(1);
        state.emit(Opcode.LOADK, key, state.constant(ByteString.ofText(element.getField())));
        return key;
    }

    /** Reads a table's element or an event's field by its name. */
    void field(int target, int table, String name) {
        int constant = state.constant(name);
        if (FunctionState.isNarrow(constant)) {
            state.emit(Opcode.GETFIELD, target, table, constant);
        } else {
            int key = state.reserve(1);
            state.emit(Opcode.LOADK, key, constant);
            state.emit(Opcode.GETTABLE, target, table, key);
        }
    }

    /** Stores a table's element by its name. */
    void setField(int table, String name, int value) {
        int constant = state.constant(name);
        if (FunctionState.isNarrow(constant)) {
            state.emit(Opcode.SETFIELD, table, constant, value);
        } else {
            int key = state.reserve(1);
            state.emit(Opcode.LOADK, key, constant);
            state.emit(Opcode.SETTABLE, table, key, value);
        }
    }

    private void logical(LogicalExpression logical, int target) {
        toRegister(logical.getLeft(), target);
        boolean or = ConditionCompiler.isOr(logical);
        int decided = state.emitJump(or ? Opcode.JUMPIF : Opcode.JUMPIFNOT, target);
        toRegister(logical.getRight(), target);
        state.patch(decided, state.position());
    }

    private void comparison(ComparisonExpression comparison, int target) {
        JumpList holds = new JumpList();
        conditions.jump(comparison, true, holds);
        state.emit(Opcode.LOADBOOL, target, 0, 0);
        int end = state.emitJump(Opcode.JUMP, 0);
        state.patchHere(holds);
        state.emit(Opcode.LOADBOOL, target, 1, 0);
        state.patch(end, state.position());
    }
}
