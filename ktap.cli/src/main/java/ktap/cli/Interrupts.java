package ktap.cli;

import java.util.List;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns the signals that ask a process to end into a call, so that ktap can detach and print first. The JDK has no other
 * way to catch Ctrl-C and still choose the exit code.
 */
final class Interrupts implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private final List<SignalHandler> former;

    private Interrupts(List<SignalHandler> former) {
        this.former = former;
    }

    /** Calls {@code action} on a thread of the JVM for each signal until closed. */
    static Interrupts call(Runnable action) {
        return new Interrupts(NAMES.stream().map(name -> Signal.handle(new Signal(name), signal -> action.run())).toList());
    }

    @Override
    public void close() {
        for (int i = 0; i < NAMES.size(); i++) {
            Signal.handle(new Signal(NAMES.get(i)), former.get(i));
        }
    }
}
