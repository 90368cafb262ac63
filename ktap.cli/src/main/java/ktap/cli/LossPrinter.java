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
        if (report.untrackedProcesses() > 0) {
            out.printf("ktap: %d processes were not traced, because too many were at the same time: "
                    + "the results are incomplete.%n", report.untrackedProcesses());
        }
        if (report.lost() > 0) {
            out.printf("ktap: %d of %d events were lost: the results are incomplete.%n", report.lost(),
                    report.lost() + report.delivered());
            if (report.skipped() > 0) {
                out.printf("    %d because a probe fired while its capture program was running%n", report.skipped());
            }
            report.probes().stream().filter(probe -> probe.lost() > 0).forEach(probe -> out.printf(
                    "    %-40s %d of %d, because the ring buffer was full%n", probe.probe(), probe.lost(), probe.fired()));
        }
        if (all) {
            for (ProbeLoss probe : report.probes()) {
                out.printf("ktap: %-40s fired %d, delivered %d, lost %d%n", probe.probe(), probe.fired(),
                        probe.delivered(), probe.lost());
            }
        }
    }
}
