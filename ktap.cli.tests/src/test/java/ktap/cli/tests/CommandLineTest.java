package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options, files, messages and exit codes; nothing here needs a kernel. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheVersion() {
        Ktap.Result result = Ktap.run("-V");
        assertEquals("ktap 0.1.0-SNAPSHOT\n", result.out());
        assertEquals(0, result.status());
    }

    @Test
    void helpShowsTheForms() {
        Ktap.Result result = Ktap.run("--help");
        assertEquals(0, result.status());
        assertTrue(result.out().startsWith("Usage: ktap [OPTIONS] FILE [ARGUMENTS] [-- COMMAND [ARGUMENTS]]\n"), result.out());
        assertTrue(result.out().contains("compile"), result.out());
    }

    @Test
    void withoutAScriptSaysWhatIsMissing() {
        Ktap.Result result = Ktap.run();
        assertEquals(1, result.status());
        assertTrue(result.err().startsWith("name a script, or give one with -e"), result.err());
    }

    @Test
    void runsAOneLiner() {
        Ktap.Result result = Ktap.run("-e", "printf(\"%s %d\\n\", arg[1], arg[2] + 1)", "word", "41");
        assertEquals("word 42\n", result.out());
        assertEquals("", result.err());
        assertEquals(0, result.status());
    }

    @Test
    void aMissingFileIsNamed() {
        Ktap.Result result = Ktap.run("no/such.kp");
        assertEquals("ktap: no/such.kp: no such file\n", result.err());
        assertEquals(255, result.status());
    }

    @Test
    void aSyntaxErrorShowsPlaceLineAndCaret() throws IOException {
        Path script = Files.writeString(folder.resolve("bad.kp"), "x = 1\nif (x == 1) then\n");
        Ktap.Result result = Ktap.run(script.toString());
        List<String> lines = result.err().lines().toList();
        assertTrue(lines.get(0).startsWith(script + ":2:13: "), result.err());
        assertEquals("    if (x == 1) then", lines.get(1));
        assertEquals("                ^~~~", lines.get(2));
        assertEquals("", result.out());
        assertEquals(255, result.status());
    }

    @Test
    void aRunTimeErrorNamesItsPlaceAndOutputStays() throws IOException {
        Path script = Files.writeString(folder.resolve("fails.kp"), "print(\"before\")\nlocal zero = 0\nprint(1 / zero)\n");
        Ktap.Result result = Ktap.run(script.toString());
        assertEquals("before\n", result.out());
        assertTrue(result.err().startsWith(script + ":3: "), result.err());
        assertTrue(result.err().contains("division by zero"), result.err());
        assertEquals(2, result.status());
    }

    @Test
    void writesOutputToAFile() throws IOException {
        Path file = folder.resolve("out.txt");
        Ktap.Result result = Ktap.run("-o", file.toString(), "-e", "print(\"to the file\")");
        assertEquals("", result.out());
        assertEquals("to the file\n", Files.readString(file));
        assertEquals(0, result.status());
    }

    @Test
    void anUnwritableOutputIsAnError() {
        Ktap.Result result = Ktap.run("-o", "/dev/full", "-e", "print(\"x\")");
        assertEquals(4, result.status());
        assertTrue(result.err().contains("No space left on device"), result.err());
    }

    @Test
    void compilesToAChunkThatRunsWithoutTheScript() throws IOException {
        Path script = Files.writeString(folder.resolve("hello.kp"), "function f(n) { return n * 2 }\nprint(f(21), arg[1])\n");
        Path chunk = folder.resolve("hello.kpc");
        Ktap.Result compiled = Ktap.run("compile", script.toString(), "-o", chunk.toString());
        assertEquals("", compiled.err());
        assertEquals(0, compiled.status());
        Files.delete(script);
        Ktap.Result result = Ktap.run(chunk.toString(), "x");
        assertEquals("42\tx\n", result.out());
        assertEquals(0, result.status());
    }

    @Test
    void aDamagedChunkIsRefused() throws IOException {
        Path script = Files.writeString(folder.resolve("a.kp"), "print(1)\n");
        Path chunk = folder.resolve("a.kpc");
        Ktap.run("compile", script.toString());
        byte[] bytes = Files.readAllBytes(chunk);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(chunk, bytes);
        Ktap.Result result = Ktap.run(chunk.toString());
        assertEquals(255, result.status());
        assertTrue(result.err().startsWith("ktap: " + chunk + ": "), result.err());
    }

    @Test
    void listsBytecodeWithoutRunning() {
        Ktap.Result result = Ktap.run("-b", "-e", "print(\"not printed\")");
        assertEquals(0, result.status());
        assertTrue(result.out().contains("GETBUILTIN"), result.out());
        assertTrue(result.lines().stream().noneMatch("not printed"::equals), result.out());
    }

    @Test
    void twoTargetsAreRefused() {
        Ktap.Result result = Ktap.run(List.of(Ktap.launcher().toString(), "-p", "1", "-e", "print(1)", "--", "true"));
        assertEquals(1, result.status());
        assertTrue(result.err().contains("exclude each other"), result.err());
    }
}
