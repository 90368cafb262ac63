package ktap.runtime.kernel.jna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import ktap.runtime.report.NotPermittedException;

/** Says why the kernel refuses a user something, and what to do about it, from what the kernel shows of its rules. */
final class PermissionAdvice {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path LOCKDOWN = Path.of("/sys/kernel/security/lockdown");
    private static final Path UNPRIVILEGED_BPF = Path.of("/proc/sys/kernel/unprivileged_bpf_disabled");
    private static final long CAP_SYS_ADMIN = 1L << 21;
    private static final long CAP_PERFMON = 1L << 38;
    private static final long CAP_BPF = 1L << 39;

    private PermissionAdvice() {
    }

    static NotPermittedException refused(String action) {
        String message = "Not permitted to " + action;
        return new NotPermittedException(message, advice(text(STATUS), text(LOCKDOWN), text(UNPRIVILEGED_BPF)));
    }

    /** The advice for the contents of the three files, each empty if it cannot be read. */
    static String advice(Optional<String> status, Optional<String> lockdown, Optional<String> unprivilegedBpf) {
        long capabilities = status.map(PermissionAdvice::effectiveCapabilities).orElse(0L);
        boolean enough = (capabilities & CAP_SYS_ADMIN) != 0
                || (capabilities & CAP_BPF) != 0 && (capabilities & CAP_PERFMON) != 0;
        if (!enough) {
            String setting = unprivilegedBpf
                    .map(value -> " (kernel.unprivileged_bpf_disabled is " + value.strip() + ")").orElse("");
            return "Run it as root, for example with sudo, or with the capabilities CAP_BPF and CAP_PERFMON" + setting;
        }
        if (lockdown.filter(modes -> modes.contains("[confidentiality]")).isPresent()) {
            return "The kernel is locked down for confidentiality, which forbids reading kernel memory; "
                    + "boot with lockdown=integrity or lockdown=none";
        }
        return "The user may do this, so a security module, a container or the kernel's configuration forbids it; "
                + "see the kernel's log with `dmesg`";
    }

    private static long effectiveCapabilities(String status) {
        return status.lines().filter(line -> line.startsWith("CapEff:")).findFirst()
                .map(line -> Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16)).orElse(0L);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            // Not every system has all of these files; advice is given from those that are there.
            return Optional.empty();
        }
    }
}
