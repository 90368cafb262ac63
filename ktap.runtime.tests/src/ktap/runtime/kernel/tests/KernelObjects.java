package ktap.runtime.kernel.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;

/** What a process holds in the kernel, and whether it is still there, asked of the kernel itself. */
public final class KernelObjects {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int GET_NEXT_PROGRAM = 11;
    private static final int GET_NEXT_MAP = 12;
    private static final int GET_NEXT_LINK = 31;

    private KernelObjects() {
    }

    /** Lines such as {@code prog_id 12}, {@code map_id 3} and {@code link_id 7} for all descriptors of this process. */
    public static Set<String> held() throws IOException {
        return heldBy(ProcessHandle.current().pid());
    }

    /** The same for any process. */
    public static Set<String> heldBy(long pid) throws IOException {
        Set<String> held = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fdinfo"))) {
            for (Path file : files) {
                try {
                    Files.readAllLines(file).stream().map(line -> line.replaceAll("[:\\s]+", " ").strip())
                            .filter(line -> line.matches("(prog|map|link)_id \\d+")).forEach(held::add);
                } catch (NoSuchFileException e) {
                    // The descriptor of the directory itself is gone by the time it is read.
                    continue;
                }
            }
        }
        return held;
    }

    /** The files of BPF and of perf events that this process has open. */
    public static long openDescriptors() throws IOException {
        long count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path file : files) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    count += target.contains("bpf") || target.contains("perf_event") ? 1 : 0;
                } catch (NoSuchFileException e) {
                    continue;
                }
            }
        }
        return count;
    }

    /** Waits until none of these is in the kernel any more; it frees programs a moment after the last use. */
    public static void assertGone(Set<String> objects) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Set<String> left = remaining(objects);
        while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(1_000_000);
            left = remaining(objects);
        }
        assertEquals(Set.of(), left, "still in the kernel");
    }

    private static Set<String> remaining(Set<String> objects) {
        Set<String> all = new TreeSet<>();
        addAll(all, "prog_id ", GET_NEXT_PROGRAM);
        addAll(all, "map_id ", GET_NEXT_MAP);
        addAll(all, "link_id ", GET_NEXT_LINK);
        all.retainAll(objects);
        return all;
    }

    private static void addAll(Set<String> all, String prefix, int command) {
        Function syscall = NativeLibrary.getProcess().getFunction("syscall");
        long number = System.getProperty("os.arch").equals("amd64") ? 321 : 280;
        try (Memory attributes = new Memory(128)) {
            attributes.clear();
            while ((int) syscall.invokeLong(new Object[] {number, (long) command, attributes, 128L}) == 0) {
                int next = attributes.getInt(4);
                all.add(prefix + next);
                attributes.setInt(0, next);
            }
        }
    }
}
