package ktap.runtime.kernel.jna;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import ktap.runtime.report.TargetException;

/** Owns one file descriptor: closes it once, and never gives out a number that may have become another file's. */
final class Descriptor implements AutoCloseable {
    private static final int CLOSED = -1;

    private final SystemCalls calls;
    private final Set<? super Descriptor> owner;
    private final AtomicInteger number;

    /** @param owner is told of the descriptor, and that it is closed; a set for several threads */
    Descriptor(SystemCalls calls, Set<? super Descriptor> owner, int number) {
        this.calls = calls;
        this.owner = owner;
        this.number = new AtomicInteger(number);
        owner.add(this);
    }

    /** @throws TargetException if it is closed */
    int number() throws TargetException {
        int current = number.get();
        if (current == CLOSED) {
            throw new TargetException("ktap.target.closed", "The connection to the kernel is closed", "");
        }
        return current;
    }

    boolean isOpen() {
        return number.get() != CLOSED;
    }

    @Override
    public void close() {
        int current = number.getAndSet(CLOSED);
        if (current != CLOSED) {
            owner.remove(this);
            calls.close(current);
        }
    }
}
