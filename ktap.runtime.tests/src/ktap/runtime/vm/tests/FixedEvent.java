package ktap.runtime.vm.tests;

import java.util.Map;

import ktap.runtime.vm.ScriptEvent;

/** An event with known contents. */
record FixedEvent(String name, int pid, int tid, long uid, int cpu, String execname, long time, String text,
        Map<String, Object> fields) implements ScriptEvent {

    static final FixedEvent READ = new FixedEvent("sys_enter_read", 2745, 2746, 1000, 3, "Xorg", 5_000_000_000L,
            "sys_read(fd: 3, buf: 7fff05967ec0, count: 1000)",
            Map.of("name", "sys_enter_read", "sc_is_enter", true, "sc_nr", 0L));

    @Override
    public Object field(String fieldName) {
        return fields.get(fieldName);
    }

    @Override
    public Object argument(int index) {
        return index == 0 ? fields.get("sc_nr") : null;
    }
}
