package ktap.dsl.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ktap.dsl.SourceMap;
import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.FunctionExpression;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Variable;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;

/** Compiles a script that has passed its checks: makes a prototype for each function, inner ones first. */
public final class ChunkCompiler {
    private final Scopes scopes;
    private final SourceMap positions;
    private final Map<String, Integer> globals = new HashMap<>();

    private ChunkCompiler(Scopes scopes, SourceMap positions) {
        this.scopes = scopes;
        this.positions = positions;
        scopes.globals().forEach(name -> globals.put(name, globals.size()));
    }

    /** @throws LimitExceededException if a function of the script is too large */
    public static Chunk compile(Script script, Scopes scopes, SourceMap positions) {
        ChunkCompiler compiler = new ChunkCompiler(scopes, positions);
        FunctionState main = new FunctionState(null, "main chunk", 1, 0, false);
        return new Chunk(positions.source(), scopes.globals(), compiler.body(main, List.of(), script.getBlock()));
    }

    Scopes scopes() {
        return scopes;
    }

    SourceMap positions() {
        return positions;
    }

    int global(String name) {
        return globals.get(name);
    }

    /** Compiles an inner function and returns its number among the children of the outer one. */
    int function(FunctionState outer, String name, FunctionExpression function) {
        List<Variable> parameters = new ArrayList<>(function.getParameters());
        if (scopes.receiver(function) != null) {
            parameters.addFirst(scopes.receiver(function));
        }
        int firstLine = positions.line(function);
        FunctionState inner = new FunctionState(outer, name, firstLine, parameters.size(),
                function.isVarargs());
        return outer.child(body(inner, parameters, function.getBody()));
    }

    /** Compiles a block as a function without parameters and returns its number among the children of the outer one. */
    int handler(FunctionState outer, String name, Block block) {
        FunctionState inner = new FunctionState(outer, name, positions.line(block), 0, false);
        return outer.child(body(inner, List.of(), block));
    }

    private Prototype body(FunctionState state, List<Variable> parameters, Block block) {
        StatementCompiler statements = new StatementCompiler(this, state);
        state.openBlock();
        int first = state.reserve(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            statements.variables().introduce(parameters.get(i), first + i);
        }
        statements.statements(block);
        int lastLine = Math.max(state.line(), positions.lastLine(block.eContainer()));
        state.line(lastLine);
        state.closeBlock();
        state.emit(Opcode.RETURN, 0, 0, 0);
        return state.build(lastLine);
    }
}
