package ktap.runtime.vm;

import java.util.function.LongSupplier;

/**
 * Counts tables and their elements against the budget. What the script has dropped is found out only when the count
 * reaches the limit: then everything reachable is counted anew.
 */
final class EntryMeter {
    private final long limit;
    private final LongSupplier census;
    private long inUse;

    /**
     * @param limit what may be in use
     * @param census counts what the script can still reach
     */
    EntryMeter(long limit, LongSupplier census) {
        this.limit = limit;
        this.census = census;
    }

    static EntryMeter unlimited() {
        return new EntryMeter(Long.MAX_VALUE, () -> 0);
    }

    void take() {
        if (inUse >= limit) {
            inUse = census.getAsLong();
            if (inUse >= limit) {
                throw new ScriptError("ktap.script.budget", "the script's tables have more than " + limit + " elements",
                        "delete elements that are no longer needed, or raise the limit");
            }
        }
        inUse++;
    }

    void give(int count) {
        inUse -= count;
    }
}
