package ktap.runtime.probe;

/**
 * What became of an event's occurrences.
 *
 * @param fired how often it happened while capture was enabled, in the processes asked for
 * @param delivered how many were handed over so far
 * @param lost how many found no room in the ring buffer; after the last drain, {@code fired == delivered + lost}
 */
public record Loss(long fired, long delivered, long lost) {
}
