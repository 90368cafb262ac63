package ktap.runtime.kernel.jna;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

import ktap.runtime.kernel.Architecture;
import ktap.runtime.kernel.KernelIdentity;
import ktap.runtime.report.FeatureMissingException;
import ktap.runtime.report.TargetException;

/** What this machine's kernel says of itself in /proc and /sys. */
final class LocalMachine {
    private static final Path RELEASE = Path.of("/proc/sys/kernel/osrelease");
    private static final Path POSSIBLE_CPUS = Path.of("/sys/devices/system/cpu/possible");
    private static final Path ONLINE_CPUS = Path.of("/sys/devices/system/cpu/online");

    private LocalMachine() {
    }

    static KernelIdentity identity() throws TargetException {
        String machine = System.getProperty("os.arch");
        Architecture architecture = Architecture.ofMachine(machine).orElseThrow(() -> new FeatureMissingException(
                "ktap cannot trace on the architecture " + machine, "It can on x86_64, aarch64 and riscv64"));
        return new KernelIdentity(line(RELEASE), architecture, cpus(line(POSSIBLE_CPUS)).last() + 1,
                (int) ProcessHandle.current().pid());
    }

    /** The numbers of the CPUs that are in use. */
    static SortedSet<Integer> onlineCpus() throws TargetException {
        return cpus(line(ONLINE_CPUS));
    }

    /** The numbers in a list like {@code 0-3,8-11}. */
    static SortedSet<Integer> cpus(String list) {
        SortedSet<Integer> cpus = new TreeSet<>();
        for (String range : list.split(",")) {
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int cpu = Integer.parseInt(ends[0]); cpu <= last; cpu++) {
                cpus.add(cpu);
            }
        }
        return cpus;
    }

    private static String line(Path file) throws TargetException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw new TargetException("ktap.target.failed", "Cannot read " + file + ": " + e.getMessage(),
                    "ktap needs /proc and /sys of a Linux kernel", e);
        }
    }
}
