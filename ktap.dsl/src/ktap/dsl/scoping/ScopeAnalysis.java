package ktap.dsl.scoping;

import java.util.ArrayList;
import java.util.List;

import ktap.dsl.ktap.AggregationStatement;
import ktap.dsl.ktap.ArithmeticExpression;
import ktap.dsl.ktap.Assignment;
import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.ComparisonExpression;
import ktap.dsl.ktap.ConcatenationExpression;
import ktap.dsl.ktap.DoStatement;
import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.ForStatement;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.FunctionStatement;
import ktap.dsl.ktap.IfStatement;
import ktap.dsl.ktap.IndexExpression;
import ktap.dsl.ktap.IteratorHeader;
import ktap.dsl.ktap.KtapFactory;
import ktap.dsl.ktap.LocalFunction;
import ktap.dsl.ktap.LocalStatement;
import ktap.dsl.ktap.LogicalExpression;
import ktap.dsl.ktap.NumericHeader;
import ktap.dsl.ktap.ParenthesizedExpression;
import ktap.dsl.ktap.RepeatStatement;
import ktap.dsl.ktap.ReturnStatement;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.ktap.TableConstructor;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.ktap.TraceEndStatement;
import ktap.dsl.ktap.TraceStatement;
import ktap.dsl.ktap.UnaryExpression;
import ktap.dsl.ktap.Variable;
import ktap.dsl.ktap.VariableReference;
import ktap.dsl.ktap.WhileStatement;

/**
 * Walks a script once, block by block, and resolves its names: locals where they are met, all others at the end, when
 * it is known which names the script assigns to and so makes globals.
 */
public final class ScopeAnalysis {
    private final Scopes scopes = new Scopes();
    private final List<VariableReference> unresolved = new ArrayList<>();

    private ScopeAnalysis() {
    }

    public static Scopes of(Script script) {
        ScopeAnalysis analysis = new ScopeAnalysis();
        analysis.block(script.getBlock(), BlockScope.ofScript());
        NameResolution resolution = new NameResolution(analysis.scopes);
        analysis.unresolved.forEach(resolution::resolve);
        return analysis.scopes;
    }

    private void block(Block block, BlockScope scope) {
        if (block != null) {
            block.getStatements().forEach(statement -> statement(statement, scope));
        }
    }

    private void statement(Statement statement, BlockScope scope) {
        switch (statement) {
            case LocalStatement local -> {
                expressions(local.getValues(), scope);
                local.getVariables().forEach(scope::declare);
            }
            case LocalFunction local -> {
                scope.declare(local.getVariable());
                function(local.getFunction(), scope);
            }
            case FunctionStatement function -> functionStatement(function, scope);
            case Assignment assignment -> {
                assignment.getTargets().forEach(target -> target(target, scope));
                expressions(assignment.getValues(), scope);
            }
            case AggregationStatement aggregation -> {
                expression(aggregation.getTarget(), scope);
                expression(aggregation.getValue(), scope);
            }
            case Expression expression -> expression(expression, scope);
            case ReturnStatement result -> expressions(result.getValues(), scope);
            case TraceStatement trace -> handler(trace.getHandler(), trace.getBody(), scope);
            case TraceEndStatement traceEnd -> handler(traceEnd.getHandler(), traceEnd.getBody(), scope);
            case TimerStatement timer -> block(timer.getBody(), scope.function());
            default -> controlFlow(statement, scope);
        }
    }

    private void controlFlow(Statement statement, BlockScope scope) {
        switch (statement) {
            case IfStatement choice -> {
                expressions(choice.getConditions(), scope);
                choice.getBranches().forEach(branch -> block(branch, scope.block()));
                block(choice.getOtherwise(), scope.block());
            }
            case WhileStatement loop -> {
                expression(loop.getCondition(), scope);
                block(loop.getBody(), scope.block());
            }
            case RepeatStatement loop -> {
                BlockScope body = scope.block();
                block(loop.getBody(), body);
                expression(loop.getCondition(), body);
            }
            case ForStatement loop -> forLoop(loop, scope);
            case DoStatement group -> block(group.getBody(), scope.block());
            default -> {
                // break, continue, goto and labels name no variable
            }
        }
    }

    private void forLoop(ForStatement loop, BlockScope scope) {
        BlockScope body = scope.block();
        switch (loop.getHeader()) {
            case NumericHeader header -> {
                expression(header.getStart(), scope);
                expression(header.getLimit(), scope);
                expression(header.getStep(), scope);
                body.declare(header.getVariable());
                expression(header.getCondition(), body);
                if (header.getUpdate() != null) {
                    statement(header.getUpdate(), body);
                }
            }
            case IteratorHeader header -> {
                expressions(header.getIterators(), scope);
                header.getVariables().forEach(body::declare);
            }
            case null, default -> throw new IllegalArgumentException("a for statement without a header");
        }
        block(loop.getBody(), body.block());
    }

    private void functionStatement(FunctionStatement statement, BlockScope scope) {
        VariableReference root = statement.getTarget().getRoot();
        if (statement.getTarget().getFields().isEmpty() && statement.getTarget().getMethod() == null) {
            target(root, scope);
        } else {
            expression(root, scope);
        }
        if (statement.getTarget().getMethod() != null) {
            Variable self = KtapFactory.eINSTANCE.createVariable();
            self.setName("self");
            scopes.receiver(statement.getFunction(), self);
        }
        function(statement.getFunction(), scope);
    }

    private void handler(Expression handler, Block body, BlockScope scope) {
        expression(handler, scope);
        block(body, scope.function());
    }

    private void function(FunctionExpression function, BlockScope scope) {
        BlockScope body = scope.function();
        if (scopes.receiver(function) != null) {
            body.declare(scopes.receiver(function));
        }
        function.getParameters().forEach(body::declare);
        block(function.getBody(), body);
    }

    private void target(Expression target, BlockScope scope) {
        if (target instanceof VariableReference reference && scope.find(reference.getName()) == null) {
            scopes.mutableGlobals().add(reference.getName());
        }
        expression(target, scope);
    }

    private void expressions(List<Expression> expressions, BlockScope scope) {
        expressions.forEach(expression -> expression(expression, scope));
    }

    private void expression(Expression expression, BlockScope scope) {
        switch (expression) {
            case null -> {
                // an optional part that is not there
            }
            case VariableReference reference -> reference(reference, scope);
            case IndexExpression index -> {
                expression(index.getTable(), scope);
                expressions(index.getKeys(), scope);
            }
            case CallExpression call -> {
                expression(call.getFunction(), scope);
                expressions(call.getArguments(), scope);
            }
            case FunctionExpression function -> function(function, scope);
            case TableConstructor table -> table.getEntries().forEach(entry -> {
                expressions(entry.getKeys(), scope);
                expression(entry.getValue(), scope);
            });
            case ParenthesizedExpression parenthesized -> expression(parenthesized.getContent(), scope);
            case UnaryExpression unary -> expression(unary.getOperand(), scope);
            case ConcatenationExpression concatenation -> expressions(concatenation.getParts(), scope);
            default -> binary(expression, scope);
        }
    }

    private void binary(Expression expression, BlockScope scope) {
        switch (expression) {
            case ArithmeticExpression arithmetic -> {
                expression(arithmetic.getLeft(), scope);
                expression(arithmetic.getRight(), scope);
            }
            case ComparisonExpression comparison -> {
                expression(comparison.getLeft(), scope);
                expression(comparison.getRight(), scope);
            }
            case LogicalExpression logical -> {
                expression(logical.getLeft(), scope);
                expression(logical.getRight(), scope);
            }
            default -> {
                // literals name no variable
            }
        }
    }

    private void reference(VariableReference reference, BlockScope scope) {
        BlockScope.Found found = scope.find(reference.getName());
        if (found == null) {
            unresolved.add(reference);
            return;
        }
        scopes.bind(reference, new Binding.Local(found.variable()));
        if (found.ofOuterFunction()) {
            scopes.capture(found.variable());
        }
    }
}
