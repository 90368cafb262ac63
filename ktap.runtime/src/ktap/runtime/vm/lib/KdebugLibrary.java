package ktap.runtime.vm.lib;

import java.util.List;

import ktap.runtime.vm.Builtin;
import ktap.runtime.vm.Call;
import ktap.runtime.vm.Closure;

/** Registration of handlers. */
final class KdebugLibrary {
    private static final Builtin PROBE = KdebugLibrary::probe;

    static final List<LibraryEntry> ENTRIES = List.of(
            LibraryEntry.of("kdebug.probe", "(event, handler)", 2, 2,
                    "Calls handler(e) for each event that matches, for example \"tp:syscalls\". Tracing starts when "
                            + "the main chunk waits or ends.",
                    PROBE),
            LibraryEntry.of("kdebug.trace", "(event, handler)", 2, 2,
                    "What the statement trace EVENT { ... } calls: the same as kdebug.probe.", PROBE),
            LibraryEntry.of("kdebug.trace_by_id", "(event, handler)", 2, 2,
                    "The same as kdebug.probe: events are given by their names.", PROBE),
            LibraryEntry.of("kdebug.tracepoint", "(name, handler)", 2, 2,
                    "Calls handler(e) for the tracepoint, for example \"sched:sched_switch\" or \"sched_switch\".",
                    KdebugLibrary::tracepoint),
            LibraryEntry.of("os.wait", "()", 0, 0,
                    "Waits until tracing ends: by Ctrl-C, exit(), or the end of the traced command.",
                    Call::waitForEnd),
            LibraryEntry.of("kdebug.probe_end", "(function)", 0, 1,
                    "Waits until tracing ends (by Ctrl-C, exit(), or the end of the traced command), then calls the "
                            + "function.",
                    KdebugLibrary::probeEnd),
            LibraryEntry.of("kdebug.trace_end", "(function)", 1, 1,
                    "Has the function called when tracing has ended. What the statement trace_end { ... } calls.",
                    KdebugLibrary::traceEnd));

    private KdebugLibrary() {
    }

    private static void probe(Call call) {
        call.host().probe(call.string(1), call.function(2));
        call.keep(call.function(2));
    }

    private static void tracepoint(Call call) {
        call.host().probe("tp:" + call.string(1), call.function(2));
        call.keep(call.function(2));
    }

    private static void traceEnd(Call call) {
        call.host().atEnd(call.function(1));
        call.keep(call.function(1));
    }

    private static void probeEnd(Call call) {
        if (call.count() == 0) {
            call.waitForEnd();
            return;
        }
        Closure end = call.function(1);
        call.waitForEnd();
        call.enter(end);
    }
}
