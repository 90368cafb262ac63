package ktap.runtime.kernel.jna;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.Workload;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.kernel.WorkloadStreams;
import ktap.runtime.report.NotPermittedException;
import ktap.runtime.report.TargetException;

/**
 * Starts a command through a shell that waits for a line from a pipe of ours and then becomes the command. The shell
 * opens the pipe through /proc, so the command inherits nothing of it; if this process dies, the shell ends without the
 * command.
 */
public final class ShellWorkloadLauncher implements WorkloadLauncher {
    /** The exit status if the command was never released: that of a shell that cannot execute a command. */
    static final int NOT_RELEASED = 126;

    private static final String HOLD =
            "read ktap_go 2>/dev/null <\"$1\" || exit " + NOT_RELEASED + "; shift; exec \"$@\"";

    private final SystemCalls calls;
    private final String searchPath;

    /** @param kernel this machine's */
    public ShellWorkloadLauncher(Kernel kernel) {
        this(kernel, System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    ShellWorkloadLauncher(Kernel kernel, String searchPath) {
        this.calls = new SystemCalls(kernel.identity().architecture());
        this.searchPath = searchPath;
    }

    @Override
    public Workload start(List<String> command, WorkloadStreams streams) throws TargetException {
        String program = locate(command.getFirst());
        int[] pipe = new int[2];
        int result = calls.pipe(pipe);
        if (result < 0) {
            throw Failures.of("make a pipe", -result);
        }
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", HOLD, "sh",
                "/proc/" + ProcessHandle.current().pid() + "/fd/" + pipe[0], program));
        line.addAll(command.subList(1, command.size()));
        try {
            return new HeldProcess(calls, pipe, builder(line, streams).start());
        } catch (IOException e) {
            calls.close(pipe[0]);
            calls.close(pipe[1]);
            throw new TargetException("ktap.target.cannotStart", "Cannot start /bin/sh: " + e.getMessage(), "", e);
        }
    }

    private static ProcessBuilder builder(List<String> line, WorkloadStreams streams) {
        ProcessBuilder builder = new ProcessBuilder(line);
        return switch (streams) {
            case INHERITED -> builder.inheritIO();
            case PIPED -> builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
        };
    }

    /** The file of a program, as a shell finds it. */
    private String locate(String program) throws TargetException {
        List<Path> candidates = program.contains("/") ? List.of(Path.of(program)) : onSearchPath(program);
        Path unusable = null;
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                // A bare name stays as it is, since programs look at what they were called by.
                return program;
            }
            if (unusable == null && Files.exists(candidate)) {
                unusable = candidate;
            }
        }
        if (unusable != null) {
            throw new NotPermittedException("Cannot execute " + unusable,
                    Files.isDirectory(unusable) ? "It is a directory" : "Make it executable with chmod +x");
        }
        throw new TargetException("ktap.target.noSuchCommand", "There is no command " + program,
                program.contains("/") ? "" : "It is in no directory of PATH (" + searchPath + ")");
    }

    private List<Path> onSearchPath(String program) {
        List<Path> candidates = new ArrayList<>();
        for (String directory : searchPath.split(":")) {
            candidates.add(Path.of(directory.isEmpty() ? "." : directory, program));
        }
        return candidates;
    }
}
