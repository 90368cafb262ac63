package ktap.runtime.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads probe definitions: {@code SUBSYSTEM:EVENT} with patterns, and the forms of ktap 0.1, {@code tp:X} and
 * {@code tracepoint:X}, where X is {@code subsystem:event} of which either may be missing or {@code *}, a bare name of
 * a subsystem or an event, or nothing for all events. Commas separate definitions.
 */
public final class ProbeSpecParser {
    private static final Set<String> TRACEPOINT_PREFIXES = Set.of("tp", "tracepoint");
    private static final Set<String> OTHER_KINDS = Set.of("kprobe", "kprobes", "kretprobe", "k", "kr", "kfunc",
            "kretfunc", "fentry", "fexit", "uprobe", "uprobes", "uretprobe", "u", "ur", "probe", "sdt", "usdt", "mem",
            "watchpoint", "hw", "hardware", "sw", "software", "cache", "timer", "tick", "profile", "interval");
    private static final String SUPPORTED =
            "This version has tracepoints: SUBSYSTEM:EVENT with patterns, such as sched:sched_switch or "
                    + "syscalls:sys_enter_*, or tp:NAME";

    private ProbeSpecParser() {
    }

    /** @return at least one probe point */
    public static List<ProbePoint> parse(String definitions) throws ProbeException {
        int filter = definitions.indexOf('/');
        if (filter >= 0 && !OTHER_KINDS.contains(kind(definitions.strip()))) {
            throw new ProbeException(ProbeException.SYNTAX,
                    "Filters are not supported: '" + definitions.substring(filter).strip() + "'",
                    "Test the event's fields in the handler");
        }
        List<ProbePoint> points = new ArrayList<>();
        for (String definition : definitions.split(",", -1)) {
            points.add(parseOne(definition.strip()));
        }
        return List.copyOf(points);
    }

    private static ProbePoint parseOne(String definition) throws ProbeException {
        String kind = kind(definition);
        if (TRACEPOINT_PREFIXES.contains(kind)) {
            return parseTracepoint(definition, definition.substring(kind.length() + 1).strip());
        }
        if (OTHER_KINDS.contains(kind)) {
            throw new ProbeException(ProbeException.KIND,
                    "Probes of the kind '" + kind + "' are not supported: '" + definition + "'", SUPPORTED);
        }
        if (definition.isEmpty()) {
            throw new ProbeException(ProbeException.SYNTAX, "A probe definition is empty", SUPPORTED);
        }
        if (definition.indexOf(':') < 0) {
            throw new ProbeException(ProbeException.KIND,
                    "'" + definition + "' is no probe definition of a kind that is supported", SUPPORTED);
        }
        return parseTracepoint(definition, definition);
    }

    /** What stands before the first colon; empty if there is none. */
    private static String kind(String definition) {
        int colon = definition.indexOf(':');
        return colon < 0 ? "" : definition.substring(0, colon);
    }

    private static ProbePoint parseTracepoint(String definition, String names) throws ProbeException {
        int colon = names.indexOf(':');
        if (colon < 0) {
            return names.isEmpty() ? new ProbePoint.Tracepoint(definition, Glob.ANY, Glob.ANY)
                    : new ProbePoint.NamedTracepoint(definition, glob(definition, names));
        }
        return new ProbePoint.Tracepoint(definition, glob(definition, names.substring(0, colon)),
                glob(definition, names.substring(colon + 1)));
    }

    private static Glob glob(String definition, String pattern) throws ProbeException {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean allowed = c < 128 && (Character.isLetterOrDigit(c) || "_.-*?[]!^\\".indexOf(c) >= 0);
            if (!allowed) {
                throw new ProbeException(ProbeException.SYNTAX,
                        "Unexpected character '" + c + "' in the probe definition '" + definition + "'", SUPPORTED);
            }
        }
        try {
            return pattern.isEmpty() ? Glob.ANY : new Glob(pattern);
        } catch (IllegalArgumentException e) {
            throw new ProbeException(ProbeException.SYNTAX,
                    "The pattern in the probe definition '" + definition + "' is wrong: " + e.getMessage(), "");
        }
    }
}
