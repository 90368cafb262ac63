package ktap.runtime.kernel.jna;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

import com.sun.jna.Pointer;

import ktap.runtime.kernel.EventRing;
import ktap.runtime.report.TargetException;

/**
 * A BPF ring buffer in this process's memory (kernel/bpf/ringbuf.c): a page with the reader's position, a page with the
 * writers' position, and the data, mapped twice in a row so that no record is ever in two pieces.
 */
final class MappedRing implements EventRing {
    private static final int READ = 1;
    private static final int READ_WRITE = 3;
    /** MAX_ERRNO of linux/err.h. */
    private static final int HIGHEST_ERROR = 4095;
    private static final int DISCARDED = 1 << 30;
    private static final int LENGTH_MASK = DISCARDED - 1;
    private static final int RECORD_HEADER = 8;
    private static final VarHandle LONG =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final SystemCalls calls;
    private final Set<? super MappedRing> owner;
    private final int pageSize;
    private final long mask;
    private final long readerAddress;
    private final long dataAddress;
    private final long dataLength;
    private final ByteBuffer reader;
    private final ByteBuffer data;
    private volatile boolean closing;
    private boolean draining;
    private boolean unmapped;

    MappedRing(SystemCalls calls, Set<? super MappedRing> owner, int descriptor, int size) throws TargetException {
        this.calls = calls;
        this.owner = owner;
        this.pageSize = LibC.getpagesize();
        this.mask = size - 1L;
        this.dataLength = pageSize + 2L * size;
        this.readerAddress = map(calls, descriptor, pageSize, READ_WRITE, 0);
        try {
            this.dataAddress = map(calls, descriptor, dataLength, READ, pageSize);
        } catch (TargetException e) {
            calls.unmap(readerAddress, pageSize);
            throw e;
        }
        this.reader = new Pointer(readerAddress).getByteBuffer(0, pageSize).order(ByteOrder.nativeOrder());
        this.data = new Pointer(dataAddress).getByteBuffer(0, dataLength).order(ByteOrder.nativeOrder());
        owner.add(this);
    }

    private static long map(SystemCalls calls, int descriptor, long length, int protection, long offset)
            throws TargetException {
        long address = calls.mapShared(descriptor, length, protection, offset);
        if (address < 0 && address >= -HIGHEST_ERROR) {
            throw Failures.of("map the ring buffer", (int) -address);
        }
        return address;
    }

    @Override
    public int drain(Consumer consumer, int limit) {
        synchronized (this) {
            if (closing || draining) {
                return 0;
            }
            draining = true;
            try {
                return drainOpen(consumer, limit);
            } finally {
                draining = false;
                if (closing) {
                    unmap();
                }
            }
        }
    }

    private int drainOpen(Consumer consumer, int limit) {
        long position = (long) LONG.getAcquire(reader, 0);
        int handled = 0;
        while (handled < limit && !closing && position < (long) LONG.getAcquire(data, 0)) {
            int at = pageSize + (int) (position & mask);
            int header = (int) INT.getAcquire(data, at);
            if (header < 0) {
                // The writer of the oldest record is still at it.
                break;
            }
            int length = header & LENGTH_MASK;
            position += (length + RECORD_HEADER + 7) & ~7;
            if ((header & DISCARDED) == 0) {
                handled++;
                try {
                    consumer.accept(data, at + RECORD_HEADER, length);
                } finally {
                    LONG.setRelease(reader, 0, position);
                }
            } else {
                LONG.setRelease(reader, 0, position);
            }
        }
        return handled;
    }

    @Override
    public synchronized long pendingBytes() {
        return closing ? 0 : (long) LONG.getAcquire(data, 0) - (long) LONG.getAcquire(reader, 0);
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            if (!draining) {
                unmap();
            }
        }
    }

    private void unmap() {
        if (!unmapped) {
            unmapped = true;
            owner.remove(this);
            calls.unmap(readerAddress, pageSize);
            calls.unmap(dataAddress, dataLength);
        }
    }
}
