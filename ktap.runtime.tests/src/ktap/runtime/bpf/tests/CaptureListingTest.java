package ktap.runtime.bpf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import ktap.runtime.bpf.ProcessTracker;
import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.bpf.RecordCapture;
import ktap.runtime.bpf.RecordLayout;
import ktap.runtime.bpf.SampleCapture;
import ktap.runtime.bpf.SyscallCapture;
import ktap.runtime.bpf.SyscallRegisters;
import ktap.runtime.bpf.TaskLayout;
import ktap.runtime.bpf.asm.BpfListing;

/**
 * Holds every capture program to its listing in {@code golden/}. To see what a change does, run with
 * {@code -Dktap.golden=DIRECTORY}: the listings are then written there, too.
 */
class CaptureListingTest {
    private static final TaskLayout LAYOUT =
            new TaskLayout(1500, 2000, 16, Optional.of(new TaskLayout.CompatFlag(20, 2)), true);
    private static final TaskLayout OLD_LAYOUT =
            new TaskLayout(1500, 2000, 16, Optional.of(new TaskLayout.CompatFlag(20, 2)), false);
    private static final SyscallRegisters REGISTERS =
            new SyscallRegisters(120, List.of(112, 104, 96, 56, 72, 64));

    private static Map<String, ProgramSpec> programs() {
        RecordLayout.Tail tail = new RecordLayout.Tail(8, 0);
        Map<String, ProgramSpec> programs = new TreeMap<>();
        programs.put("sys_enter", new SyscallCapture(REGISTERS, LAYOUT, false).enter());
        programs.put("sys_enter-traced-old", new SyscallCapture(REGISTERS, OLD_LAYOUT, true).enter());
        programs.put("sys_exit", new SyscallCapture(REGISTERS, LAYOUT, true).exit());
        programs.put("record-fixed", new RecordCapture(7, new RecordLayout(31, Optional.empty()), false).program());
        programs.put("record-long", new RecordCapture(7, new RecordLayout(300, Optional.empty()), true).program());
        programs.put("record-tail", new RecordCapture(7, new RecordLayout(20, Optional.of(tail)), true).program());
        programs.put("sample", new SampleCapture(7, true).program());
        programs.put("process-exec", new ProcessTracker(LAYOUT).exec());
        programs.put("process-fork", new ProcessTracker(LAYOUT).fork());
        programs.put("process-exit", new ProcessTracker(LAYOUT).exit());
        return programs;
    }

    @TestFactory
    List<DynamicTest> everyProgramIsAsListed() {
        return programs().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(),
                () -> check(entry.getKey(), BpfListing.of(entry.getValue().code())))).toList();
    }

    private static void check(String name, String listing) throws IOException {
        String directory = System.getProperty("ktap.golden");
        if (directory != null) {
            Files.writeString(Path.of(directory, name + ".txt"), listing);
        }
        try (InputStream golden = CaptureListingTest.class.getResourceAsStream("golden/" + name + ".txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), listing);
        }
    }
}
