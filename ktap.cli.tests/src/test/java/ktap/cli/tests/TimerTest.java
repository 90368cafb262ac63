package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ticks and samples, on the real kernel. */
class TimerTest {
    private static final String BUSY = "my ($u, $s) = times; while ($u + $s < 0.5) { ($u, $s) = times }";

    @BeforeEach
    void needsTheKernel() {
        Tracing.assumePossible();
    }

    @Test
    void aScriptOfTicksRunsUntilItEndsItself() {
        Ktap.Result result = Ktap.run("-q", "-e", """
                n = 0
                timer.ms(20, function () { n = n + 1; if (n == 5) { exit() } })
                local began = gettimeofday_ms()
                kdebug.probe_end(function () {
                    local took = gettimeofday_ms() - began
                    print(n, took >= 100, took < 1000)
                })
                """);
        assertEquals("5\ttrue\ttrue\n", result.out());
        assertEquals("", result.err());
        assertEquals(0, result.status());
    }

    @Test
    void controlCEndsAScriptOfTicks() {
        try (Ktap.Running running = Ktap.start(Ktap.command("-e", """
                timer.s(1000, function () { print("never") })
                kdebug.trace_end(function () { print("ended") })
                """))) {
            running.awaitMessage("Timers run");
            running.signal("INT");
            Ktap.Result result = running.await();
            assertEquals("ended\n", result.out());
            assertEquals(0, result.status());
        }
    }

    @Test
    void ticksDoNotDriftAndComeBetweenTheEventsOfTheirTime() {
        Ktap.Result result = Ktap.run("-q", "-e", """
                ticks = 0; calls = 0; full = 0
                timer.ms(10, function () { ticks = ticks + 1; if (calls > 0) { full = full + 1 }; calls = 0 })
                kdebug.probe("tp:syscalls:sys_enter_times", function (e) { calls = calls + 1 })
                kdebug.trace_end(function () { print(ticks, full) })
                """, "--", "perl", "-e", BUSY);
        assertEquals("", result.err());
        String[] counts = result.out().strip().split("\t");
        assertTrue(Integer.parseInt(counts[0]) >= 45, result.out());
        assertTrue(Integer.parseInt(counts[1]) >= 40, result.out());
    }

    @Test
    void ticksAndEventsComeInTheOrderOfTheirTimes() {
        Ktap.Result result = Ktap.run("-q", "-T", "-e", """
                tick-100us { print("tick") }
                trace syscalls:sys_enter_getppid { print("call") }
                """, "--", "perl", "-e", "getppid() for 1..20000");
        assertEquals("", result.err());
        List<String> lines = result.lines();
        for (int i = 1; i < lines.size(); i++) {
            assertTrue(stamp(lines.get(i - 1)) <= stamp(lines.get(i)), lines.get(i - 1) + "\n" + lines.get(i));
        }
        int firstTick = IntStream.range(lines.indexOf(firstCall(lines)), lines.size())
                .filter(i -> lines.get(i).endsWith(": tick")).findFirst().orElseThrow();
        assertTrue(lines.subList(firstTick, lines.size()).stream().anyMatch(line -> line.endsWith(": call")),
                "no tick between the calls");
    }

    private static String firstCall(List<String> lines) {
        return lines.stream().filter(line -> line.endsWith(": call")).findFirst().orElseThrow();
    }

    private static double stamp(String line) {
        return Double.parseDouble(line.substring(0, line.indexOf(':')).strip());
    }

    @Test
    void ticksThatWereMissedAreOne() {
        Ktap.Result result = Ktap.run("-q", "-e", """
                var calls = 0
                tick-1ms {
                    calls = calls + 1
                    local began = gettimeofday_ms()
                    while (gettimeofday_ms() - began < 20) { }
                }
                tick-400ms { exit() }
                trace_end { print(calls > 10, calls <= 22) }
                """);
        assertEquals("", result.err());
        assertEquals("true\ttrue\n", result.out());
    }

    @Test
    void timersEndWithTheProcessThatIsTraced() {
        Ktap.Result ended = Ktap.run("-q", "-e", "var n = 0\ntick-10ms { n += 1 }\ntrace_end { print(n > 10) }", "--", "sleep",
                "0.3");
        assertEquals("true\n", ended.out(), ended.err());
        Ktap.Result none = Ktap.run("-q", "-p", "4194304", "-e", "tick-10ms { }");
        assertTrue(none.err().contains("[ktap.target.noSuchProcess]"), none.err());
        assertEquals(3, none.status());
    }

    @Test
    void aTickHasNoEvent() {
        Ktap.Result result = Ktap.run("-q", "-e", """
                timer.ms(1, function () { exit(); })
                timer.us(100, function () { print(pid()) })
                """);
        assertTrue(result.err().contains("[ktap.script.noEvent]"), result.err());
        assertEquals(2, result.status());
    }

    @Test
    void samplesShowWhereTheTimeGoes() {
        Ktap.Result result = Ktap.run("-q", "-v", "-e", """
                names = {}
                timer.profile("1ms", function () { inplace_inc(names, execname() .. " " .. argstr) })
                kdebug.trace_end(function () { for (k, v in pairs(names)) { print(k, v) } })
                """, "--", "perl", "-e", BUSY);
        assertTrue(result.out().matches("perl argstr_not_available\\t\\d+\n"), result.out());
        Matcher counts =
                Pattern.compile("profile:profile-1ms +fired (\\d+), delivered (\\d+), lost 0").matcher(result.err());
        assertTrue(counts.find(), result.err());
        assertEquals(counts.group(1), counts.group(2));
        int samples = Integer.parseInt(counts.group(1));
        assertTrue(samples > 400 && samples < 700, result.err());
    }

    @Test
    void samplesComeFromEachCpu() {
        String cpus = Ktap.run(List.of("getconf", "_NPROCESSORS_ONLN")).out().strip();
        Ktap.Result result = Ktap.run("-q", "-e", """
                cpus = {}
                timer.profile("10ms", function () { inplace_inc(cpus, cpu()) })
                kdebug.trace_end(function () { for (k, v in pairs(cpus)) { print(k, v > 30) } })
                """, "--", "sh", "-c", "for cpu in $(seq 0 $((" + cpus + " - 1))); do taskset -c $cpu perl -e '" + BUSY
                + "' & done; wait");
        assertEquals("", result.err());
        assertEquals(Integer.parseInt(cpus), result.lines().stream().filter(line -> line.endsWith("\ttrue")).count(),
                result.out());
    }

    @Test
    void tooShortAPeriodIsRefused() {
        Ktap.Result result = Ktap.run("-q", "-e", "timer.profile(\"9us\", function () { })");
        assertTrue(result.err().contains("the shortest is 10000 ns"), result.err());
        assertTrue(result.err().contains("[ktap.script.period]"), result.err());
        assertEquals(2, result.status());
    }
}
