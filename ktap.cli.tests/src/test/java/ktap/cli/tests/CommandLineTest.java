package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void checksScriptsWithoutRunningThem() throws IOException {
        Path good = Files.writeString(folder.resolve("good.kp"), "print(\"not printed\")\n");
        Path bad = Files.writeString(folder.resolve("bad.kp"), "x = = 1\n");
        Ktap.Result fine = Ktap.run("check", good.toString());
        assertEquals(new Ktap.Result(0, "", ""), fine);
        Ktap.Result both = Ktap.run("check", bad.toString(), good.toString());
        assertTrue(both.err().startsWith(bad + ":1:5: "), both.err());
        assertEquals("", both.out());
        assertEquals(255, both.status());
    }

    @Test
    void laysScriptsOut() throws IOException {
        Path script = Files.writeString(folder.resolve("a.kp"), "# caf\u00e9\nif(x==1){print( x )}\n");
        Ktap.Result printed = Ktap.run("fmt", script.toString());
        assertEquals("", printed.err());
        assertTrue(printed.out().contains("if (x == 1) {"), printed.out());
        assertEquals("# caf\u00e9\nif(x==1){print( x )}\n", Files.readString(script));
        assertEquals(new Ktap.Result(0, "", ""), Ktap.run("fmt", "-w", script.toString()));
        // The output is read byte by byte, as Latin 1.
        assertEquals(printed.out(), new String(Files.readAllBytes(script), StandardCharsets.ISO_8859_1));
        assertEquals(printed.out(), Ktap.run("fmt", script.toString()).out());
    }

    @Test
    void aScriptWithErrorsIsNotLaidOut() throws IOException {
        Path script = Files.writeString(folder.resolve("bad.kp"), "x = = 1\n");
        Ktap.Result result = Ktap.run("fmt", "-w", script.toString());
        assertTrue(result.err().startsWith(script + ":1:5: "), result.err());
        assertEquals(255, result.status());
        assertEquals("x = = 1\n", Files.readString(script));
    }

    @Test
    void bashTakesTheCompletion() throws IOException {
        Ktap.Result result = Ktap.run("completion", "bash");
        assertEquals(0, result.status(), result.err());
        assertEquals(result, Ktap.run("completion", "zsh"));
        Path completion = Files.writeString(folder.resolve("completion"), result.out());
        Ktap.Result completed = Ktap.run(List.of("bash", "-c", "source " + completion
                + "; COMP_WORDS=(ktap --ti); COMP_CWORD=1; _complete_ktap; echo ${COMPREPLY[@]}"
                + "; COMP_WORDS=(ktap exp); COMP_CWORD=1; _complete_ktap; echo ${COMPREPLY[@]}"));
        assertEquals("--timestamps\nexplain\n", completed.out(), completed.err());
    }

    @Test
    void severalTextsAreRefused() {
        Ktap.Result result = Ktap.run("-e", "print(1)", "-s", "sched:*");
        assertEquals(1, result.status());
        assertTrue(result.err().startsWith("-e, -s and -le exclude each other"), result.err());
    }

    @Test
    void anUnknownOptionOrFormatIsNamed() {
        assertTrue(Ktap.run("-Z", "-e", "print(1)").err().startsWith("Unknown option: '-Z'"));
        Ktap.Result result = Ktap.run("--format", "xml", "-e", "print(1)");
        assertEquals(1, result.status());
        assertTrue(result.err().contains("'xml'"), result.err());
    }

    @Test
    void jsonOfAFailedScriptNamesItsPlace() {
        Ktap.Result result = Ktap.run("--format", "json", "-e", "printf(\"a\")\nprint({} + 1)");
        assertEquals("{\"type\":\"output\",\"text\":\"a\"}", result.lines().getFirst());
        assertTrue(result.lines().get(1).startsWith("{\"type\":\"problem\",\"severity\":\"ERROR\","
                + "\"code\":\"ktap.script.type\",\"source\":\"(command line)\",\"line\":2,"), result.out());
        assertEquals("", result.err());
        assertEquals(2, result.status());
    }

    @Test
    void jsonThatCannotBeWrittenIsAnError() {
        Ktap.Result result = Ktap.run("--format", "json", "-o", "/dev/full", "-e", "print(\"x\")");
        assertEquals(4, result.status());
        assertTrue(result.err().contains("No space left on device"), result.err());
    }

    @Test
    void twoTargetsAreRefused() {
        Ktap.Result result = Ktap.run(List.of(Ktap.launcher().toString(), "-p", "1", "-e", "print(1)", "--", "true"));
        assertEquals(1, result.status());
        assertTrue(result.err().contains("exclude each other"), result.err());
    }
}
