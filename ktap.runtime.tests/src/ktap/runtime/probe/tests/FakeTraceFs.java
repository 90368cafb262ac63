package ktap.runtime.probe.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ktap.runtime.kernel.TraceFs;
import ktap.runtime.report.TargetException;

/** A tracing file system with a few files, which notes what is read. */
final class FakeTraceFs implements TraceFs {
    static final String EVENTS = """
            sched:sched_switch
            sched:sched_wakeup
            sched:sched_process_exec
            irq:irq_handler_entry
            syscalls:sys_exit_read
            syscalls:sys_enter_read
            syscalls:sys_enter_newfstatat
            syscalls:sys_enter_brandnew
            raw_syscalls:sys_enter
            task:task
            """;

    private final Map<String, String> files;
    private final List<String> read = new ArrayList<>();

    FakeTraceFs(Map<String, String> files) {
        this.files = files;
    }

    static FakeTraceFs withEvents() {
        return new FakeTraceFs(Map.of("available_events", EVENTS, "events/sched/sched_switch/format",
                "name: sched_switch\nID: 42\nformat:\n"
                + "\tfield:int x;\toffset:8;\tsize:4;\tsigned:1;\n\nprint fmt: \"x\"\n"));
    }

    List<String> filesRead() {
        return read;
    }

    @Override
    public String root() {
        return "/fake";
    }

    @Override
    public String read(String path) throws TargetException {
        read.add(path);
        String text = files.get(path);
        if (text == null) {
            throw new TargetException("ktap.target.noSuchFile", "There is no " + path, "");
        }
        return text;
    }
}
