package ktap.runtime.kernel.jna;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ktap.runtime.kernel.TraceFs;
import ktap.runtime.report.FeatureMissingException;
import ktap.runtime.report.NotPermittedException;
import ktap.runtime.report.TargetException;

/** Finds the tracing file system, and mounts it where it belongs if it is not mounted and the user may. */
final class TraceFsMount {
    /** Mounts a file system of the kernel's own. */
    @FunctionalInterface
    interface Mounter {
        /** @return 0, or a negated error number */
        int mount(String type, String directory);
    }

    /** Where it is, newest convention first (Documentation/trace/ftrace.rst). */
    static final List<Path> PLACES = List.of(Path.of("/sys/kernel/tracing"), Path.of("/sys/kernel/debug/tracing"));

    private static final String PROBE = "available_events";

    private final List<Path> places;
    private final Mounter mounter;

    TraceFsMount(List<Path> places, Mounter mounter) {
        this.places = places;
        this.mounter = mounter;
    }

    TraceFs find() throws TargetException {
        for (Path place : places) {
            if (isMounted(place)) {
                return new LocalTraceFs(place);
            }
        }
        Path place = places.getFirst();
        if (!Files.isDirectory(place)) {
            throw new FeatureMissingException("This kernel has no tracing file system: there is no " + place,
                    "ktap needs a kernel built with CONFIG_TRACING=y and CONFIG_FTRACE=y");
        }
        int result = mounter.mount("tracefs", place.toString());
        if (result == -Errno.EPERM || result == -Errno.EACCES) {
            throw new NotPermittedException("The kernel's tracing file system is not mounted or may not be read",
                    "Run `sudo mount -t tracefs nodev " + place + "`, and ktap itself as root, for example with sudo");
        }
        if (result < 0 || !isMounted(place)) {
            throw Failures.of("mount the tracing file system at " + place, Math.max(-result, Errno.ENOENT));
        }
        return new LocalTraceFs(place);
    }

    private static boolean isMounted(Path place) {
        return Files.exists(place.resolve(PROBE));
    }
}
