package ktap.dsl.ui.histogram;

/** What a reader of the histogram must know about its currency. */
enum TraceState {
    /** The trace runs, and the view follows it. */
    RUNNING("running"),
    /** The user has stopped the view, not the trace. */
    PAUSED("view paused"),
    /** These are the last contents. */
    ENDED("ended");

    private final String text;

    TraceState(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
