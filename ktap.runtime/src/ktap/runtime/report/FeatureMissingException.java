package ktap.runtime.report;

/**
 * The target's kernel has not got something that the script needs. The hint names the kernel version or option that
 * has it.
 */
public final class FeatureMissingException extends TargetException {
    private static final long serialVersionUID = 1L;

    public FeatureMissingException(String message, String hint) {
        super("ktap.target.featureMissing", message, hint);
    }
}
