package ktap.dsl.ui.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import ktap.dsl.ui.testing.FixedTrace;

class RunningTracesTest {
    private final RunningTraces traces = new RunningTraces();

    @Test
    void theNewestComesFirst() {
        FixedTrace first = new FixedTrace("first");
        FixedTrace second = new FixedTrace("second");
        traces.add(first);
        traces.add(second);
        assertEquals(List.of(second, first), traces.all());
        traces.remove(second);
        assertEquals(List.of(first), traces.all());
    }

    @Test
    void forgetsTheOldestEndedTracesButNoRunningOne() {
        FixedTrace running = new FixedTrace("running");
        traces.add(running);
        for (int i = 0; i < 20; i++) {
            FixedTrace ended = new FixedTrace("ended " + i);
            ended.stop();
            traces.add(ended);
        }
        assertEquals(6, traces.all().size());
        assertEquals("ended 19", traces.all().getFirst().label());
        assertTrue(traces.all().contains(running));
    }

    @Test
    void stopsAllThatRun() throws InterruptedException {
        FixedTrace one = new FixedTrace("one");
        FixedTrace two = new FixedTrace("two");
        traces.add(one);
        traces.add(two);
        traces.stopAll(Duration.ofSeconds(1));
        assertFalse(one.isRunning());
        assertFalse(two.isRunning());
    }
}
