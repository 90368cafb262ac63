package ktap.cli;

import java.io.PrintWriter;
import java.util.List;

import ktap.runtime.session.TracePlan;
import ktap.runtime.session.TracePlan.HandlerPlan;
import ktap.runtime.session.TracePlan.Source;

/** Shows what a script would attach, handler by handler. */
final class PlanPrinter {
    private static final int FEW = 5;

    private final PrintWriter out;
    private final boolean all;

    /** @param all whether to name all events instead of the first few */
    PlanPrinter(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(TracePlan plan) {
        if (plan.handlers().isEmpty()) {
            out.println("The script has no handlers: nothing would be attached.");
        }
        for (HandlerPlan handler : plan.handlers()) {
            String place = handler.line() > 0 ? " (line " + handler.line() + ")" : "";
            out.println(handler.definition() + " -> " + handler.function() + place);
            handler.sources().forEach(this::print);
            out.println("    handled by the interpreter: this version runs no handler in the kernel");
        }
    }

    private void print(Source source) {
        int events = source.events().size();
        String count = events == 1 ? "1 event" : events + " events";
        out.println("    " + switch (source.means()) {
            case SYSTEM_CALLS -> count + " captured on the two raw tracepoints of all system calls";
            case TRACEPOINTS -> count + " captured on " + (events == 1 ? "its classic tracepoint"
                    : "classic tracepoints, with a program each");
            case CPU_CLOCKS -> "samples captured on the clock of each CPU";
            case SESSION_CLOCK -> "called by the session's own clock, in order with the events";
        });
        List<String> shown = all ? source.events() : source.events().stream().limit(FEW).toList();
        shown.forEach(event -> out.println("        " + event));
        if (shown.size() < events) {
            out.println("        and " + (events - shown.size()) + " more (-v shows them)");
        }
    }
}
