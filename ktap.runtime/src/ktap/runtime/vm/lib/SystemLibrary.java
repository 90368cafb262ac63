package ktap.runtime.vm.lib;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The clock, the machine, and the end of the script. */
final class SystemLibrary {
    static final List<LibraryEntry> ENTRIES = List.of(
            time("ns", "nanoseconds", TimeUnit.NANOSECONDS),
            time("us", "microseconds", TimeUnit.MICROSECONDS),
            time("ms", "milliseconds", TimeUnit.MILLISECONDS),
            time("s", "seconds", TimeUnit.SECONDS),
            LibraryEntry.of("num_cpus", "()", 0, 0,
                    "The number of CPUs that ktap may use on the machine where the script runs.",
                    call -> call.result(Runtime.getRuntime().availableProcessors())),
            LibraryEntry.of("arch", "()", 0, 0,
                    "The architecture of the machine where the script runs: x86_64, aarch64.",
                    call -> call.result(System.getProperty("os.arch").replace("amd64", "x86_64"))),
            LibraryEntry.of("kernel_v", "()", 0, 0, "The release of the kernel where the script runs.",
                    call -> call.result(System.getProperty("os.version"))),
            LibraryEntry.of("exit", "()", 0, BuiltinSignature.ANY,
                    "Ends the function that runs for an event, or the main chunk, and then tracing; what is to be done "
                            + "at the end of tracing is still done. Arguments are ignored.",
                    call -> {
                        call.host().exit();
                        call.unwind();
                    }));

    private SystemLibrary() {
    }

    private static LibraryEntry time(String suffix, String unit, TimeUnit into) {
        return LibraryEntry.of("gettimeofday_" + suffix, "()", 0, 0, "The wall clock: " + unit + " since 1970.",
                call -> {
                    Instant now = Instant.now();
                    long nanoseconds = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
                    call.result(into.convert(nanoseconds, TimeUnit.NANOSECONDS));
                });
    }
}
