package ktap.runtime.kernel.tests;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.jna.Native;

import ktap.runtime.kernel.Kernel;

/** Runs a main class of the tests in a JVM of its own, under other privileges. */
final class ChildJvm {

    /** What the child printed, and its exit status. */
    record Result(int status, String output) {
    }

    private ChildJvm() {
    }

    /** @param wrapper a command that runs the command after it */
    static Result run(List<String> wrapper, Class<?> main) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper);
        String classPath = String.join(File.pathSeparator, classes(Kernel.class), classes(main), classes(Native.class));
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** Where a class came from: a jar, a folder of classes, or a bundle's project with its classes inside. */
    private static String classes(Class<?> type) {
        try {
            URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(location.getPath());
            String file = type.getName().replace('.', '/') + ".class";
            for (String folder : List.of("", "target/classes", "bin")) {
                if (Files.exists(path.resolve(folder).resolve(file))) {
                    return path.resolve(folder).toString();
                }
            }
            return path.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where " + type + " is", e);
        }
    }
}
