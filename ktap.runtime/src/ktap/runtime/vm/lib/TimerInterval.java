package ktap.runtime.vm.lib;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ktap.runtime.vm.TimerKind;

/** The interval of a timer as a script writes it: digits and a unit. */
public final class TimerInterval {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})([a-z]+)");
    private static final String FREQUENCY = "hz";
    private static final Map<String, TimeUnit> UNITS = Map.of("s", TimeUnit.SECONDS, "sec", TimeUnit.SECONDS,
            "ms", TimeUnit.MILLISECONDS, "msec", TimeUnit.MILLISECONDS, "us", TimeUnit.MICROSECONDS,
            "usec", TimeUnit.MICROSECONDS, "ns", TimeUnit.NANOSECONDS, "nsec", TimeUnit.NANOSECONDS);
    private static final long NANOS = 1_000_000_000L;

    private TimerInterval() {
    }

    /**
     * The period in nanoseconds, at least 1.
     *
     * @param text for example {@code 10ms} or, for a profile, {@code 99hz}; blanks around it are ignored
     * @return nothing if the text is no interval, or one of zero, or longer than 2^63 - 1 ns
     */
    public static OptionalLong parse(String text, TimerKind kind) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2);
        if (number == 0) {
            return OptionalLong.empty();
        }
        if (unit.equals(FREQUENCY)) {
            return kind == TimerKind.PROFILE && number <= NANOS ? OptionalLong.of(NANOS / number)
                    : OptionalLong.empty();
        }
        if (!UNITS.containsKey(unit)) {
            return OptionalLong.empty();
        }
        long nanos = UNITS.get(unit).toNanos(number);
        return nanos == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** What an interval looks like, for messages. */
    public static String hint(TimerKind kind) {
        return "write digits and a unit: s, ms, us or ns" + (kind == TimerKind.PROFILE ? ", or hz" : "");
    }

    static String unitName(String unit) {
        return UNITS.get(unit).name().toLowerCase(Locale.ROOT);
    }
}
