package ktap.runtime.kernel;

import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a kernel is.
 *
 * @param release as {@code uname -r} says it
 * @param architecture the processor family and its rules
 * @param possibleCpus the number of CPUs that the kernel keeps per-CPU data for
 * @param ownPid the process id of the tracer, as the kernel's programs see it
 */
public record KernelIdentity(String release, Architecture architecture, int possibleCpus, int ownPid) {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*", Pattern.DOTALL);

    /** Whether the release is of this version or later; a release that names no version is taken to be new enough. */
    public boolean isAtLeast(int major, int minor) {
        Matcher matcher = VERSION.matcher(release);
        if (!matcher.matches()) {
            return true;
        }
        int thisMajor = Integer.parseInt(matcher.group(1));
        return thisMajor > major || thisMajor == major && Integer.parseInt(matcher.group(2)) >= minor;
    }

    /** The byte order of everything that the kernel writes. */
    public ByteOrder byteOrder() {
        return ByteOrder.LITTLE_ENDIAN;
    }
}
