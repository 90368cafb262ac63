package ktap.runtime.bpf;

import ktap.runtime.report.TargetException;

/** The kernel's verifier refused a program. That is a bug of ktap or a kernel that knows less than ktap thought. */
public final class VerifierRejected extends TargetException {
    private static final long serialVersionUID = 1L;

    private final String log;

    /** @param log the verifier's whole log; may be empty, as some kernels refuse without a word */
    public VerifierRejected(String program, String log) {
        super("ktap.bpf.verifierRejected",
                "The kernel refuses the program " + program + ": " + tellingLine(log),
                "Please report it with the output of `uname -r` and the verifier's log");
        this.log = log;
    }

    /** The verifier's log with every step that it took. */
    public String log() {
        return log;
    }

    /** The last line that is not statistics: the verifier says there what it did not like. */
    static String tellingLine(String log) {
        String telling = "";
        for (String line : log.split("\n")) {
            String text = line.strip();
            boolean statistics = text.startsWith("processed ") || text.startsWith("verification time ")
                    || text.startsWith("stack depth ");
            if (!text.isEmpty() && !statistics) {
                telling = text;
            }
        }
        return telling.isEmpty() ? "it does not say why" : telling;
    }
}
