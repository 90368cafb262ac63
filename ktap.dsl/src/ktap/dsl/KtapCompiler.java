package ktap.dsl;

import java.io.StringReader;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

import com.google.inject.Inject;

import ktap.dsl.generator.ChunkCompiler;
import ktap.dsl.generator.LimitExceededException;
import ktap.dsl.ktap.Script;
import ktap.dsl.parser.ScriptParser;
import ktap.dsl.parser.SyntaxErrors;
import ktap.dsl.scoping.ScopeAnalysis;
import ktap.dsl.scoping.Scopes;
import ktap.dsl.validation.Problems;
import ktap.dsl.validation.ScriptChecks;
import ktap.runtime.bytecode.Chunk;

/**
 * Compiles scripts: parses, checks and generates, without files, resources or registries. May be used by several
 * threads, one script at a time each.
 */
public final class KtapCompiler {
    private final IParser parser;
    private final EventCatalog catalog;

    @Inject
    public KtapCompiler(IParser parser, EventCatalog catalog) {
        this.parser = Objects.requireNonNull(parser);
        this.catalog = Objects.requireNonNull(catalog);
    }

    /** A compiler that needs no dependency injection. Building it takes as long as compiling many scripts: keep it. */
    public static KtapCompiler standalone() {
        return standalone(EventCatalog.EMPTY);
    }

    /** A compiler that checks fields of events against a catalog. */
    public static KtapCompiler standalone(EventCatalog catalog) {
        return new KtapCompiler(ScriptParser.standalone(), catalog);
    }

    /**
     * Compiles a script. Whatever the text, the result is a chunk or at least one error; nothing is thrown.
     *
     * @param sourceName the script's name for messages, for example a file path or {@code (command line)}
     */
    public CompilationResult compile(String sourceName, String text) {
        Problems problems = new Problems(new SourceMap(sourceName, text));
        IParseResult parsed = parser.parse(new StringReader(text));
        SyntaxErrors.report(parsed, problems);
        Optional<Chunk> chunk = problems.hasErrors() ? Optional.empty()
                : compile((Script) parsed.getRootASTElement(), problems);
        return new CompilationResult(chunk, problems.sorted());
    }

    private Optional<Chunk> compile(Script script, Problems problems) {
        Scopes scopes = ScopeAnalysis.of(script);
        ScriptChecks.run(script, scopes, catalog, problems);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ChunkCompiler.compile(script, scopes, problems.positions()));
        } catch (LimitExceededException e) {
            problems.error(KtapIssueCodes.LIMIT, problems.positions().lineRange(e.line()), e.getMessage(),
                    "divide it into several functions");
            return Optional.empty();
        }
    }
}
