package ktap.runtime.kernel;

/** A program's being attached; it is over when this is closed. */
public interface Attachment extends AutoCloseable {

    /**
     * Detaches. May take tens of milliseconds for classic tracepoints, since the kernel waits until nothing runs in
     * them; closing many from several threads overlaps the waits. Closing twice does nothing.
     */
    @Override
    void close();
}
