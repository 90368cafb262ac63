package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.dsl.CompilationResult;
import ktap.runtime.bytecode.Disassembler;

/**
 * The code of whole scripts, listed. With {@code -Dktap.golden.update=true} the listings are written anew: look at the
 * difference before committing it.
 */
class GoldenListingTest {

    @ParameterizedTest
    @ValueSource(strings = { "events", "histogram", "language", "trace", "later" })
    void listingIsAsExpected(String name) throws IOException {
        String script = Golden.read(name + ".kp");
        CompilationResult result = Compilation.COMPILER.compile(name + ".kp", script);
        Compilation.verify(result.chunk().orElseThrow(() -> new AssertionError(result.diagnostics().toString())), name);
        assertEquals(List.of(), result.diagnostics(), "a script of the goldens is free of warnings");
        String listing = Disassembler.list(result.chunk().get());
        if (Boolean.getBoolean("ktap.golden.update")) {
            Path folder = Path.of(System.getProperty("ktap.root"), "ktap.dsl.tests/src/ktap/dsl/tests/golden");
            Files.writeString(folder.resolve(name + ".lst"), listing);
        }
        assertEquals(Golden.read(name + ".lst"), listing);
    }
}
