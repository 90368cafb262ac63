package ktap.runtime.vm.lib;

import java.util.List;
import java.util.stream.Stream;

import ktap.runtime.vm.Call;
import ktap.runtime.vm.TimerKind;

/** Registration of timers. */
final class TimerLibrary {
    static final List<LibraryEntry> ENTRIES = Stream.concat(
            Stream.of("s", "sec", "ms", "msec", "us", "usec", "ns", "nsec").map(TimerLibrary::unit),
            Stream.of(LibraryEntry.of("timer.tick", "(interval, function)", 2, 2,
                    "Calls the function again and again, for example each \"10ms\": digits and a unit (s sec ms msec "
                            + "us usec ns nsec). What the statement tick-INTERVAL { ... } calls.",
                    call -> spec(call, TimerKind.TICK)),
                    LibraryEntry.of("timer.profile", "(interval, function)", 2, 2,
                            "Calls the function again and again on every CPU; the interval is as in timer.tick, or a "
                                    + "frequency, for example \"99hz\". What the statement profile-INTERVAL { ... } "
                                    + "calls.",
                            call -> spec(call, TimerKind.PROFILE))))
            .toList();

    private TimerLibrary() {
    }

    private static LibraryEntry unit(String unit) {
        return LibraryEntry.of("timer." + unit, "(n, function)", 2, 2,
                "Calls the function each n " + TimerInterval.unitName(unit) + ".",
                call -> start(call, TimerKind.TICK, call.integer(1) + unit));
    }

    private static void spec(Call call, TimerKind kind) {
        start(call, kind, call.string(1));
    }

    private static void start(Call call, TimerKind kind, String text) {
        long period = TimerInterval.parse(text, kind).orElseThrow(() -> call.wrong(1,
                "is no interval: '" + text.strip() + "'", TimerInterval.hint(kind)));
        call.host().timer(kind, period, call.function(2));
        call.keep(call.function(2));
    }
}
