package ktap.runtime.kernel.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ktap.runtime.kernel.Workload;
import ktap.runtime.kernel.WorkloadStreams;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.kernel.jna.ShellWorkloadLauncher;
import ktap.runtime.report.NotPermittedException;
import ktap.runtime.report.TargetException;

class WorkloadTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;
    private WorkloadLauncher launcher;

    @BeforeEach
    void open() throws TargetException {
        launcher = new ShellWorkloadLauncher(JnaKernel.open());
    }

    private static int status(Workload workload) throws InterruptedException, ExecutionException, TimeoutException {
        return workload.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void runsOnlyWhenReleasedAndIsTheProcessThatWasHeld() throws Exception {
        Path file = directory.resolve("with blank");
        try (Workload workload = launcher.start(
                List.of("sh", "-c", "echo $$ >\"$1\"; exit 7", "sh", file.toString()), WorkloadStreams.INHERITED)) {
            assertFalse(workload.onExit().isDone());
            assertFalse(Files.exists(file));
            workload.release();
            assertEquals(7, status(workload));
            assertEquals(Integer.toString(workload.pid()), Files.readString(file).strip());
            assertThrows(IllegalStateException.class, workload::release);
        }
    }

    @Test
    void endsWithoutRunningIfNeverReleased() throws Exception {
        Path file = directory.resolve("file");
        Workload workload = launcher.start(List.of("touch", file.toString()), WorkloadStreams.INHERITED);
        workload.close();
        assertEquals(126, status(workload));
        assertFalse(Files.exists(file));
    }

    @Test
    void inheritsNoPipe() throws Exception {
        Path list = directory.resolve("descriptors");
        try (Workload workload = launcher.start(
                List.of("sh", "-c", "ls -l /proc/$$/fd >\"$1\"", "sh", list.toString()), WorkloadStreams.INHERITED)) {
            workload.release();
            assertEquals(0, status(workload));
        }
        long lines = Files.readAllLines(list).stream().filter(line -> line.contains(" -> ")).count();
        assertTrue(lines <= 4, Files.readString(list));
    }

    @Test
    void canBeTerminated() throws Exception {
        try (Workload workload = launcher.start(List.of("sleep", "1000"), WorkloadStreams.INHERITED)) {
            workload.release();
            workload.terminate();
            assertEquals(128 + 15, status(workload));
        }
    }

    @Test
    void refusesCommandsThatCannotRun() throws IOException {
        TargetException missing =
                assertThrows(TargetException.class, () -> launcher.start(List.of("no-such-command-here"), WorkloadStreams.INHERITED));
        assertEquals("ktap.target.noSuchCommand", missing.code());
        assertEquals("There is no command no-such-command-here", missing.getMessage());
        Path text = Files.writeString(directory.resolve("text"), "x");
        NotPermittedException mode =
                assertThrows(NotPermittedException.class, () -> launcher.start(List.of(text.toString()), WorkloadStreams.INHERITED));
        assertTrue(mode.hint().contains("chmod +x"), mode.hint());
    }
}
