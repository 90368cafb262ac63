package ktap.runtime.kernel.jna;

import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import ktap.runtime.kernel.Workload;
import ktap.runtime.report.TargetException;

/** A workload of {@link ShellWorkloadLauncher}. */
final class HeldProcess implements Workload {
    private final SystemCalls calls;
    private final int readEnd;
    private final int writeEnd;
    private final Process process;
    private final AtomicBoolean released = new AtomicBoolean();
    private final AtomicBoolean pipeClosed = new AtomicBoolean();

    HeldProcess(SystemCalls calls, int[] pipe, Process process) {
        this.calls = calls;
        this.readEnd = pipe[0];
        this.writeEnd = pipe[1];
        this.process = process;
    }

    @Override
    public int pid() {
        return (int) process.pid();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public void release() throws TargetException {
        if (pipeClosed.get() || !released.compareAndSet(false, true)) {
            throw new IllegalStateException("The command is released or closed already");
        }
        int result = calls.writeByte(writeEnd, (byte) '\n');
        if (result < 0) {
            throw Failures.of("release the command", -result);
        }
        // The shell may not even have opened the pipe yet, so the pipe stays as long as the process.
        process.onExit().thenRun(this::closePipe);
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        if (!released.get()) {
            closePipe();
        }
    }

    private void closePipe() {
        if (pipeClosed.compareAndSet(false, true)) {
            calls.close(writeEnd);
            calls.close(readEnd);
        }
    }
}
