package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ktap.dsl.CompilationResult;
import ktap.dsl.KtapCompiler;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.report.Diagnostic;

/** What the tests ask of the compiler. Building one takes long, so that they share it. */
final class Compilation {
    static final KtapCompiler COMPILER = KtapCompiler.standalone();

    private Compilation() {
    }

    static CompilationResult of(String text) {
        return COMPILER.compile("test.kp", text);
    }

    /** The chunk of a script without errors; it is verified. */
    static Chunk chunk(String text) {
        CompilationResult result = of(text);
        assertEquals(List.of(), result.errors(), text);
        verify(result.chunk().orElseThrow(), text);
        return result.chunk().orElseThrow();
    }

    static void verify(Chunk chunk, String text) {
        try {
            ChunkVerifier.verify(chunk);
        } catch (ChunkException e) {
            throw new AssertionError("the verifier refuses the chunk of: " + text, e);
        }
    }

    /** The only diagnostic of a script. */
    static Diagnostic only(String text) {
        List<Diagnostic> diagnostics = of(text).diagnostics();
        assertEquals(1, diagnostics.size(), () -> text + " -> " + diagnostics);
        return diagnostics.getFirst();
    }

    static void assertCompiles(String text) {
        assertTrue(chunk(text).main().size() > 0);
    }
}
