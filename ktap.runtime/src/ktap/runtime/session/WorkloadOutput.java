package ktap.runtime.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import ktap.runtime.kernel.Workload;
import ktap.runtime.kernel.WorkloadStreams;

/** Where the output of a workload goes: to this process's own streams, or copied to a given one. */
final class WorkloadOutput {
    /** A child of the command that goes on may keep the pipe open for as long as it likes. */
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final Optional<OutputStream> sink;
    private Thread copier;

    private WorkloadOutput(Optional<OutputStream> sink) {
        this.sink = sink;
    }

    static WorkloadOutput inherited() {
        return new WorkloadOutput(Optional.empty());
    }

    static WorkloadOutput to(OutputStream sink) {
        return new WorkloadOutput(Optional.of(sink));
    }

    WorkloadStreams streams() {
        return sink.isPresent() ? WorkloadStreams.PIPED : WorkloadStreams.INHERITED;
    }

    /** Copies what the workload writes from now on, on a thread of its own. */
    void copy(Workload workload) {
        sink.ifPresent(out -> copier = Thread.ofPlatform().daemon().name("ktap workload output")
                .start(() -> copy(workload.output(), out)));
    }

    private static void copy(InputStream in, OutputStream out) {
        try (in) {
            in.transferTo(out);
            out.flush();
        } catch (IOException e) {
            // Nobody takes the output any more; closing our end of the pipe lets the command know.
            return;
        }
    }

    /** Waits a moment for the last of it. */
    void awaitEnd() {
        if (copier != null) {
            try {
                copier.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
