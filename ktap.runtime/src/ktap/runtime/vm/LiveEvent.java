package ktap.runtime.vm;

/**
 * The event as a handler sees it. A script may keep it in a variable, but the host's event is valid only while the
 * handler runs: what is asked of it later is an error instead of the data of another event.
 */
final class LiveEvent implements ScriptEvent {
    private ScriptEvent event;

    LiveEvent(ScriptEvent event) {
        this.event = event;
    }

    /** The handler has ended. */
    void end() {
        event = null;
    }

    private ScriptEvent event() {
        if (event == null) {
            throw new ScriptError("ktap.script.noEvent",
                    "the event is over: it can be read only while its handler runs",
                    "keep e.name, e.tostring() or the fields that are needed");
        }
        return event;
    }

    @Override
    public String name() {
        return event().name();
    }

    @Override
    public int pid() {
        return event().pid();
    }

    @Override
    public int tid() {
        return event().tid();
    }

    @Override
    public long uid() {
        return event().uid();
    }

    @Override
    public int cpu() {
        return event().cpu();
    }

    @Override
    public String execname() {
        return event().execname();
    }

    @Override
    public long time() {
        return event().time();
    }

    @Override
    public String text() {
        return event().text();
    }

    @Override
    public Object field(String name) {
        return event().field(name);
    }

    @Override
    public Object argument(int index) {
        return event().argument(index);
    }
}
