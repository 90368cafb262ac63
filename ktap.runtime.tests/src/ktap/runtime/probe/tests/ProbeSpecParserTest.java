package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.ProbePoint;
import ktap.runtime.probe.ProbeSpecParser;

class ProbeSpecParserTest {

    @ParameterizedTest
    @CsvSource({
        "tp:sched:sched_switch,sched,sched_switch", "tracepoint:sched:sched_switch,sched,sched_switch",
        "tp:sched:*,sched,*", "tp:sched:,sched,*", "tp:*:sched_switch,*,sched_switch",
        "tp::sched_switch,*,sched_switch",
        "tp::,*,*", "tp:,*,*", "tracepoint:,*,*", "sched:sched_switch,sched,sched_switch", "*:*,*,*",
        "syscalls:sys_enter_*,syscalls,sys_enter_*", "' kmem:*  ',kmem,*", "kmem:mm_[ab]*,kmem,mm_[ab]*"
    })
    void readsTracepoints(String definition, String subsystem, String event) throws ProbeException {
        ProbePoint point = ProbeSpecParser.parse(definition).getFirst();
        ProbePoint.Tracepoint tracepoint = (ProbePoint.Tracepoint) point;
        assertEquals(subsystem, tracepoint.subsystem().pattern());
        assertEquals(event, tracepoint.event().pattern());
    }

    @Test
    void readsBareNamesAndLists() throws ProbeException {
        List<ProbePoint> points = ProbeSpecParser.parse("tp:syscalls, sched:sched_switch,tracepoint:irq");
        assertEquals(3, points.size());
        assertEquals("syscalls", ((ProbePoint.NamedTracepoint) points.get(0)).name().pattern());
        assertEquals("irq", ((ProbePoint.NamedTracepoint) points.get(2)).name().pattern());
        assertEquals("tracepoint:irq", points.get(2).definition());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kprobe:vfs_read", "probe:/lib/libc.so.6:malloc", "sdt:/lib/x:y", "uprobe:x", "mem:0x1000",
        "page-faults", "cycles", "k:do_exit"})
    void saysWhichKindsThereAre(String definition) {
        ProbeException e = assertThrows(ProbeException.class, () -> ProbeSpecParser.parse(definition));
        assertEquals(ProbeException.KIND, e.code());
        assertTrue(e.getMessage().contains(definition), e.getMessage());
        assertTrue(e.hint().contains("sched:sched_switch"), e.hint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sched:a,,b:c", "sched:a b", "tp:sched:[a", "tp:a:b:c", "\"sched:x\"", "sché:x"})
    void refusesWhatIsMalformed(String definition) {
        ProbeException e = assertThrows(ProbeException.class, () -> ProbeSpecParser.parse(definition));
        assertEquals(ProbeException.SYNTAX, e.code());
        assertFalse(e.getMessage().isBlank());
    }

    @Test
    void saysThatThereAreNoFilters() {
        ProbeException e = assertThrows(ProbeException.class,
                () -> ProbeSpecParser.parse("sched:sched_switch /prev_pid == 1, 2/"));
        assertEquals(ProbeException.SYNTAX, e.code());
        assertTrue(e.getMessage().contains("/prev_pid == 1, 2/"), e.getMessage());
    }

    @Test
    void throwsNothingElseForAnyText() {
        String alphabet = "tpracepoint:sched:*?[]!\\,/ \u00e9\n\0-_.09";
        Random random = new Random(4711);
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "tp:" : "");
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertFalse(ProbeSpecParser.parse(text.toString()).isEmpty());
            } catch (ProbeException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000 && refused < 100_000, "refused " + refused);
    }
}
