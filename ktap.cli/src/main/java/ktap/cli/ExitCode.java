package ktap.cli;

/** The exit codes of the {@code ktap} command; {@code docs/command-line.md} lists them for users. */
final class ExitCode {
    /** The script ran to its end, or was ended by Ctrl-C. */
    static final int OK = 0;
    /** The command line cannot be understood. */
    static final int USAGE = 1;
    /** The script failed while it ran; what it had collected was still printed. */
    static final int SCRIPT_FAILED = 2;
    /** The target cannot do what the script needs: no permission, a feature that its kernel has not got. */
    static final int TARGET_REFUSED = 3;
    /** The script's output could not be written, for example because the disk is full. */
    static final int OUTPUT_FAILED = 4;
    /** The script cannot be read or has errors; nothing ran. */
    static final int NOT_COMPILED = 255;

    private ExitCode() {
    }
}
