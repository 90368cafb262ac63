package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.EventName;
import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.ProbeSpecParser;
import ktap.runtime.report.TargetException;

class CatalogTest {
    private final FakeTraceFs files = FakeTraceFs.withEvents();
    private Catalog catalog;

    @BeforeEach
    void read() throws TargetException {
        catalog = Catalog.read(files);
    }

    private List<String> find(String definition) throws ProbeException {
        return catalog.find(ProbeSpecParser.parse(definition).getFirst()).stream().map(EventName::toString).toList();
    }

    @Test
    void findsByPatternAndByName() throws ProbeException {
        assertEquals(List.of("sched:sched_switch", "sched:sched_wakeup"), find("sched:sched_[sw]*"));
        assertEquals(List.of("irq:irq_handler_entry"), find("tp:irq"));
        assertEquals(List.of("sched:sched_wakeup"), find("tp:sched_wakeup"));
        assertEquals(List.of("task:task"), find("tp:task"));
        assertEquals(List.of("syscalls:sys_enter_read"), find("tp::sys_enter_read"));
        assertEquals(10, find("tp:").size());
    }

    @ParameterizedTest
    @CsvSource({
        "sched:sched_swich,There is no event 'sched_swich' in the subsystem 'sched',Did you mean sched_switch?",
        "schde:x,There is no subsystem 'schde',Did you mean sched?",
        "tp:sys_enter_fstatat,There is no event and no subsystem 'sys_enter_fstatat',"
                + "Did you mean sys_enter_newfstatat?",
        "syscalls:sys_enter_rea,There is no event 'sys_enter_rea' in the subsystem 'syscalls',"
                + "Did you mean sys_enter_read?",
        "tp::sched_wakup,There is no event 'sched_wakup',Did you mean sched_wakeup?",
        "zzzzzzzz:*,There is no subsystem 'zzzzzzzz',"
    })
    void namesTheNearest(String definition, String message, String hint) {
        ProbeException e = assertThrows(ProbeException.class, () -> find(definition));
        assertEquals(ProbeException.UNKNOWN_EVENT, e.code());
        assertEquals(message + " (probe '" + definition + "')", e.getMessage());
        assertEquals(hint == null ? "" : hint, e.hint());
    }

    @Test
    void readsOneFileAndFormatsOnDemandOnce() throws TargetException {
        assertEquals(List.of("available_events"), files.filesRead());
        EventName event = new EventName("sched", "sched_switch");
        assertEquals(42, catalog.format(event).format().id());
        assertEquals(42, catalog.format(event).format().id());
        assertEquals(List.of("available_events", "events/sched/sched_switch/format"), files.filesRead());
    }
}
