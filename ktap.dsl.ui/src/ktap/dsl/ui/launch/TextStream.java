package ktap.dsl.ui.launch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/**
 * One of a trace's two streams of text, as the Console view reads it. Keeps the text until a console has come for it.
 * Thread-safe; listeners are told one text after the other.
 */
final class TextStream implements IFlushableStreamMonitor {
    private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private boolean buffered = true;

    /**
     * Adds text to the stream. Returns when all listeners have it, so a slow console slows down its script's output.
     */
    synchronized void append(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (buffered) {
            kept.append(text);
        }
        for (IStreamListener listener : listeners) {
            listener.streamAppended(text, this);
        }
    }

    @Override
    public void addListener(IStreamListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return kept.toString();
    }

    @Override
    public synchronized void flushContents() {
        kept.setLength(0);
    }

    @Override
    public synchronized void setBuffered(boolean buffer) {
        buffered = buffer;
    }

    @Override
    public synchronized boolean isBuffered() {
        return buffered;
    }
}
