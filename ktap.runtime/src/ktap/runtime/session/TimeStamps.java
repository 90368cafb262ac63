package ktap.runtime.session;

import java.util.Locale;

/** Puts the time in front of the lines that are written while an event is handled. Not thread-safe. */
final class TimeStamps {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final ScriptOutput output;
    private String stamp = "";
    private boolean lineOpen;

    TimeStamps(ScriptOutput output) {
        this.output = output;
    }

    /** From now on lines belong to an event of this time, in nanoseconds. */
    void begin(long time) {
        stamp = String.format(Locale.ROOT, "%5d.%06d: ", time / NANOS_PER_SECOND,
                time % NANOS_PER_SECOND / NANOS_PER_MICRO);
    }

    /** From now on lines belong to no event. */
    void end() {
        stamp = "";
    }

    void write(String byteString) {
        int start = 0;
        while (start < byteString.length()) {
            int lineEnd = byteString.indexOf('\n', start);
            int end = lineEnd < 0 ? byteString.length() : lineEnd + 1;
            if (!lineOpen) {
                output.write(stamp);
            }
            output.write(byteString.substring(start, end));
            lineOpen = lineEnd < 0;
            start = end;
        }
    }
}
