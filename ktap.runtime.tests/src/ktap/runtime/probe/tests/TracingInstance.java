package ktap.runtime.probe.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's own tracer, in an instance that is removed again: what ktap's captures are compared with. */
final class TracingInstance implements AutoCloseable {
    private static final Pattern CALL = Pattern.compile(".*-(?<thread>\\d+)\\s+\\[\\d+\\].*: sys_(?<name>\\w+)\\(.*");

    private final Path directory;

    /** The beginning of a system call, as a line of the trace file tells it. */
    record Call(String thread, String name) {
    }

    TracingInstance(String traceFs) throws IOException {
        directory = Path.of(traceFs, "instances", "ktap-test-" + ProcessHandle.current().pid());
        Files.createDirectory(directory);
    }

    /** Traces all system calls of a process and its children. */
    void follow(long pid) throws IOException {
        write("options/event-fork", "1");
        write("set_event_pid", Long.toString(pid));
        write("events/syscalls/enable", "1");
    }

    List<Call> calls() throws IOException {
        write("tracing_on", "0");
        try (var lines = Files.lines(directory.resolve("trace"), StandardCharsets.ISO_8859_1)) {
            return lines.map(CALL::matcher).filter(Matcher::matches)
                    .map(matcher -> new Call(matcher.group("thread"), matcher.group("name"))).toList();
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    @Override
    public void close() throws IOException {
        Files.delete(directory);
    }
}
