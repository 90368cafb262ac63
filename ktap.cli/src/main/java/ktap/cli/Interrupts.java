package ktap.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import ktap.runtime.session.TraceSession;
import sun.misc.Signal;

/**
 * Turns the signals that ask a process to end into the orderly end of a session. The JDK has no other way to catch Ctrl-C
 * and still choose the exit code. As long as there is no session nothing is attached, and ktap ends at once.
 */
final class Interrupts {
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final AtomicReference<TraceSession> session = new AtomicReference<>();

    private Interrupts() {
    }

    /** Catches them from now on. */
    static Interrupts catchAll() {
        Interrupts interrupts = new Interrupts();
        SIGNALS.forEach(name -> Signal.handle(new Signal(name), signal -> interrupts.interrupt()));
        return interrupts;
    }

    /** From now on an interrupt stops this session. */
    void stop(TraceSession running) {
        session.set(running);
    }

    private void interrupt() {
        TraceSession running = session.get();
        if (running == null) {
            Runtime.getRuntime().halt(ExitCode.OK);
        } else {
            running.stop();
        }
    }
}
