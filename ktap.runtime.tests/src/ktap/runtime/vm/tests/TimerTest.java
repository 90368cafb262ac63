package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.TimerKind;
import ktap.runtime.vm.lib.TimerInterval;

class TimerTest {
    private static final Prototype HANDLER = Assembler.function("handler", 0, a -> a.load(0, 1));

    private static void register(Assembler a, String name, Object interval) {
        a.builtin(0, name).load(1, interval).closure(2, HANDLER).op(Opcode.CALL, 0, 2, 0);
    }

    @Test
    void timersAreRegistered() {
        RecordingHost host = new RecordingHost();
        Run.interpreter(Assembler.chunk(a -> {
            register(a, "timer.tick", "10ms ");
            register(a, "timer.profile", "99hz");
            register(a, "timer.us", 5);
            register(a, "timer.sec", 1);
        }), host).runMain();
        assertEquals(List.of("TICK 10000000 handler", "PROFILE 10101010 handler", "TICK 5000 handler",
                "TICK 1000000000 handler"), host.timers);
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000000000", "2sec, 2000000000", "3ms, 3000000", "4msec, 4000000", "5us, 5000", "6usec, 6000",
            "7ns, 7", "8nsec, 8", "1hz, 1000000000"})
    void intervals(String text, long nanos) {
        assertEquals(OptionalLong.of(nanos), TimerInterval.parse(text, TimerKind.PROFILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "0s", "-1s", "1 s", "1x", "1hz", "9999999999999999s", "1s1s", "\u0661s"})
    void noIntervals(String text) {
        assertEquals(OptionalLong.empty(), TimerInterval.parse(text, TimerKind.TICK));
    }

    @Test
    void wrongIntervalIsAnError() {
        assertEquals("timer.tick: argument 1 is no interval: 'soon', write digits and a unit: s, ms, us or ns",
                Run.error(a -> register(a, "timer.tick", "soon")).getMessage());
        assertEquals("timer.ms: argument 1 is no interval: '-3ms', write digits and a unit: s, ms, us or ns",
                Run.error(a -> register(a, "timer.ms", -3)).getMessage());
    }
}
