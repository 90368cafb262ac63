package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every code that ktap can show has its paragraph in docs/errors.md, and the page explains no code that is gone. */
class ErrorPageTest {
    private static final Pattern IN_SOURCE = Pattern.compile("\"(ktap\\.[a-zA-Z]+(?:\\.[a-zA-Z]+)?)\"");
    private static final Pattern ON_PAGE = Pattern.compile("\\*\\*(ktap\\.[a-zA-Z.]+)\\*\\*");
    /** Names of the same form that are no codes. */
    private static final Set<String> OTHER = Set.of("ktap.dsl.Ktap", "ktap.scopes");

    @Test
    void theCodesAreThoseOfTheSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String room : List.of("ktap.runtime", "ktap.dsl", "ktap.cli")) {
            try (Stream<Path> files = Files.walk(Ktap.root().resolve(room))) {
                for (Path file : files.filter(ErrorPageTest::isHandWritten).toList()) {
                    IN_SOURCE.matcher(Files.readString(file)).results().map(match -> match.group(1)).forEach(codes::add);
                }
            }
        }
        codes.removeAll(OTHER);
        String page = Files.readString(Ktap.root().resolve("docs/errors.md"));
        Set<String> explained = ON_PAGE.matcher(page).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, explained);
    }

    private static boolean isHandWritten(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && path.contains("/src/") && !path.contains("/src-gen/");
    }
}
