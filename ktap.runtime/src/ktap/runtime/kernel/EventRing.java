package ktap.runtime.kernel;

import java.nio.ByteBuffer;

/** A ring buffer that programs write and ktap reads. One thread drains; any thread may close. */
public interface EventRing extends AutoCloseable {

    /** Is given the records of a ring. */
    @FunctionalInterface
    interface Consumer {
        /**
         * @param buffer holds the record; in the kernel's byte order, valid only during the call, position and limit
         *            without meaning
         * @param offset of the record in the buffer, a multiple of 8
         * @param length in bytes
         */
        void accept(ByteBuffer buffer, int offset, int length);
    }

    /**
     * Hands over the records that are there, oldest first, without waiting. A record counts as read when the consumer
     * returns from it or throws.
     *
     * @param limit the highest number of records to hand over
     * @return how many were handed over; 0 also once the ring is closed
     */
    int drain(Consumer consumer, int limit);

    /** The bytes that programs have written and nobody has read yet. */
    long pendingBytes();

    /** Ends reading; waits until a record that is being handed over is done, unless that record's consumer closes. */
    @Override
    void close();
}
