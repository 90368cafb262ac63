package ktap.runtime.kernel;

import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

import ktap.runtime.report.TargetException;

/** A command to be traced: started, but held before its first instruction until it is released. */
public interface Workload extends AutoCloseable {

    /** The process id; that of the command itself, since what holds it becomes the command. */
    int pid();

    /** What the command writes, if its streams are {@link WorkloadStreams#PIPED}; else nothing. */
    InputStream output();

    /** Lets the command begin. Call it once. */
    void release() throws TargetException;

    /** Completes with the exit status when the command has ended; 128 plus the signal's number if a signal ended it. */
    CompletableFuture<Integer> onExit();

    /** Asks the command to end (SIGTERM). */
    void terminate();

    /** Ends the command if it was never released; a released one goes on. Closing twice does nothing. */
    @Override
    void close();
}
