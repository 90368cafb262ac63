package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every complete command that README.md and docs/ show works as shown. */
class DocumentedCommandsTest {

    @BeforeEach
    void needsTheKernel() {
        Tracing.assumePossible();
    }

    /** The indented lines that run ktap on something that ends by itself. */
    static Stream<String> commands() throws IOException {
        Path root = Ktap.root();
        try (Stream<Path> pages = Files.list(root.resolve("docs"))) {
            List<String> commands = Stream.concat(Stream.of(root.resolve("README.md")), pages)
                    .filter(page -> page.toString().endsWith(".md")).sorted().flatMap(DocumentedCommandsTest::lines)
                    .filter(line -> line.matches("    (\\./)?ktap .*")).map(String::strip)
                    .filter(line -> !line.matches(".*[A-Z]{4}.*")) // a synopsis
                    .filter(line -> line.contains(" -- ") || line.contains(" -b ") || line.contains(" -e ")
                            || line.contains(" compile "))
                    .toList();
            assertFalse(commands.isEmpty());
            return commands.stream();
        }
    }

    private static Stream<String> lines(Path page) {
        try {
            return Files.readAllLines(page).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void works(String command) {
        Ktap.Result result = Ktap.run(List.of("sh", "-c", command.replaceFirst("^(\\./)?ktap", Ktap.launcher().toString())));
        assertEquals(0, result.status(), result.err());
        assertFalse(result.err().contains("lost"), result.err());
    }
}
