package ktap.runtime.session;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the events of a session: for each probe that fired, fired = delivered + lost.
 *
 * @param probes the probes that fired, in the order in which they were registered
 * @param skipped how often the kernel did not run a capture program because the same one was already running on that CPU;
 *            such events belong to a probe that cannot be told
 * @param untrackedProcesses how many children of the traced processes were not traced, because too many were at the same
 *            time; their events are in no count
 */
public record LossReport(List<ProbeLoss> probes, long skipped, long untrackedProcesses) {
    public LossReport {
        probes = List.copyOf(probes);
    }

    /**
     * The count of one probe.
     *
     * @param probe its full name, for example {@code syscalls:sys_enter_read}
     * @param fired how often it fired within the filters of the session
     * @param delivered how many of these events came to the session
     * @param lost how many did not, because the ring buffer was full
     */
    public record ProbeLoss(String probe, long fired, long delivered, long lost) {
    }

    /** No probe fired. */
    public static LossReport empty() {
        return new LossReport(List.of(), 0, 0);
    }

    /** How many events came to the session. */
    public long delivered() {
        return probes.stream().mapToLong(ProbeLoss::delivered).sum();
    }

    /** How many events are known to be lost, whatever the reason. */
    public long lost() {
        return probes.stream().mapToLong(ProbeLoss::lost).sum() + skipped;
    }

    /** What to tell a user about lost events, one sentence a line; nothing if there are none. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (untrackedProcesses > 0) {
            sentences.add(untrackedProcesses + " processes were not traced, because too many were at the same time: "
                    + "the results are incomplete.");
        }
        if (lost() > 0) {
            sentences.add(lost() + " of " + (lost() + delivered()) + " events were lost: the results are incomplete.");
        }
        if (skipped > 0) {
            sentences.add(skipped + " were lost because a probe fired while its capture program was running.");
        }
        for (ProbeLoss probe : probes) {
            if (probe.lost() > 0) {
                sentences.add(probe.lost() + " of " + probe.fired() + " of " + probe.probe()
                        + " were lost because the ring buffer was full.");
            }
        }
        return sentences;
    }

    /** Whether every event was delivered. */
    public boolean isComplete() {
        return lost() == 0 && untrackedProcesses == 0;
    }
}
