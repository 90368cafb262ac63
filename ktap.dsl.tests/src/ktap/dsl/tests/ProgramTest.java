package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.parser.IParseResult;
import org.junit.jupiter.api.Test;

import ktap.dsl.CompilationResult;
import ktap.dsl.parser.ScriptParser;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkReader;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.bytecode.ChunkWriter;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;

/**
 * Generated programs: each parses, keeps its tree when it is formatted, compiles to a chunk that the verifier accepts
 * and that survives its file form, and runs to its end, an error of the script or the end of its budget.
 */
class ProgramTest {
    private static final long SEED = 20130521;
    private static final int PROGRAMS = 2500;
    private static final Budget BUDGET = new Budget(20_000, 1_000, 100, 5_000, 10_000);

    private final ScriptParser parser = ScriptParser.standalone();

    @Test
    void generatedPrograms() throws ChunkException {
        int finished = 0;
        long bytes = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            String program = new ProgramGenerator(SEED + i).program();
            Chunk chunk = compiled(program);
            formatted(program, chunk);
            byte[] file = ChunkWriter.write(chunk);
            assertArrayEquals(file, ChunkWriter.write(ChunkReader.read(file)), program);
            finished += finishes(chunk, program) ? 1 : 0;
            bytes += program.length();
        }
        System.out.println("generated programs: seeds " + SEED + " to " + (SEED + PROGRAMS - 1) + ", " + PROGRAMS
                + " programs, " + bytes + " chars, " + finished + " ran to their end");
        assertTrue(finished > PROGRAMS / 20, finished + " programs ran to their end");
    }

    private static Chunk compiled(String program) {
        CompilationResult result = Compilation.of(program);
        assertEquals(List.of(), result.errors(), program);
        Compilation.verify(result.chunk().orElseThrow(), program);
        return result.chunk().orElseThrow();
    }

    private void formatted(String program, Chunk chunk) {
        String formatted = FormatterTest.FORMATTER.format(program);
        assertEquals(formatted, FormatterTest.FORMATTER.format(formatted), program);
        assertTrue(EcoreUtil.equals(tree(program), tree(formatted)), program);
        assertArrayEquals(ChunkWriter.write(ChunkWriter.strip(chunk)),
                ChunkWriter.write(ChunkWriter.strip(Compilation.of(formatted).chunk().orElseThrow())), program);
    }

    private EObject tree(String program) {
        IParseResult parsed = parser.parse(new StringReader(program));
        assertFalse(parsed.hasSyntaxErrors(), program);
        return parsed.getRootASTElement();
    }

    private static boolean finishes(Chunk chunk, String program) throws ChunkException {
        try {
            new Interpreter(ChunkVerifier.verify(chunk), new RecordingHost(), BUDGET, List.of("test.kp")).runMain();
            return true;
        } catch (ScriptError e) {
            assertTrue(e.code().startsWith("ktap.script."), () -> e.code() + " in " + program);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("running this failed: " + program, e);
        }
    }
}
