package ktap.dsl.ui.launch;

import java.io.IOException;

import org.eclipse.debug.core.model.IStreamsProxy;

/** A trace's streams: the script's output, and what ktap has to say about the trace. A script reads no input. */
final class TraceStreams implements IStreamsProxy {
    private final TextStream output = new TextStream();
    private final TextStream errors = new TextStream();

    @Override
    public TextStream getOutputStreamMonitor() {
        return output;
    }

    @Override
    public TextStream getErrorStreamMonitor() {
        return errors;
    }

    @Override
    public void write(String input) throws IOException {
        throw new IOException("A trace has no input.");
    }
}
