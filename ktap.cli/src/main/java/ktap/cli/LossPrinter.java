package ktap.cli;

import java.io.PrintWriter;

import ktap.runtime.session.LossReport;
import ktap.runtime.session.LossReport.ProbeLoss;

/** Tells of lost events, always; and of all probes' counts where asked. No word of loss means that there was none. */
final class LossPrinter {
    private final PrintWriter out;
    private final boolean all;

    LossPrinter(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(LossReport report) {
        report.sentences().forEach(sentence -> out.println("ktap: " + sentence));
        if (all) {
            for (ProbeLoss probe : report.probes()) {
                out.printf("ktap: %-40s fired %d, delivered %d, lost %d%n", probe.probe(), probe.fired(),
                        probe.delivered(), probe.lost());
            }
        }
    }
}
