package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./ktap} and {@code ./verify} find what they build with. */
class ToolchainTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheJdkThatIsNamed() throws IOException {
        Path jdk = makeJdk("21.0.4");
        assertEquals(jdk + "\n", find("KTAP_JDK=" + jdk).out());
    }

    @Test
    void refusesANamedJdkThatIsTooOld() throws IOException {
        Path jdk = makeJdk("17.0.15");
        Ktap.Result result = find("KTAP_JDK=" + jdk);
        assertEquals(1, result.status());
        assertEquals("ktap: KTAP_JDK=" + jdk + " is not a JDK of 21 or newer\n", result.err());
    }

    @Test
    void passesOverAnOldJavaHome() throws IOException {
        Path jdk = makeJdk("1.8.0_392");
        Ktap.Result result = find("JAVA_HOME=" + jdk);
        assertEquals(0, result.status(), result.err());
        assertNotEquals(jdk + "\n", result.out());
        assertTrue(Files.exists(Path.of(result.out().strip(), "bin/javac")),
                result.out());
    }

    @Test
    void takesJavaHomeBeforeThePath() throws IOException {
        Path jdk = makeJdk("22");
        assertEquals(jdk + "\n", find("JAVA_HOME=" + jdk).out());
    }

    private Path makeJdk(String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            assertTrue(Files.createFile(bin.resolve(program)).toFile().setExecutable(true));
        }
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private static Ktap.Result find(String variable) {
        return Ktap.run(List.of("env", "-u", "KTAP_JDK", "-u", "JAVA_HOME", variable, "sh", "-euc",
                "ktap_home=$PWD; . scripts/toolchain.sh; ktap_find_jdk; echo \"$ktap_jdk\""));
    }
}
