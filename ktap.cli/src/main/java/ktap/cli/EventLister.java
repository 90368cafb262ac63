package ktap.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import ktap.runtime.kernel.Kernel;
import ktap.runtime.probe.Catalog;
import ktap.runtime.probe.EventName;
import ktap.runtime.probe.ProbeException;
import ktap.runtime.probe.ProbePoint;
import ktap.runtime.probe.ProbeSpecParser;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;
import ktap.runtime.report.TargetException;
import ktap.runtime.target.LocalTarget;

/** {@code ktap -le GLOB}: lists the events that can be traced. */
final class EventLister {
    private final PrintWriter out;
    private final PrintWriter messages;

    EventLister(OutputStream out, PrintWriter messages) {
        this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
        this.messages = messages;
    }

    /**
     * Lists the matching events in the kernel's order, one a line.
     *
     * @param definition as in a script; a pattern without a colon is one of subsystems and of events
     * @return the {@link ExitCode}
     */
    int list(String definition) {
        try (Kernel kernel = new LocalTarget().connect()) {
            Catalog catalog = Catalog.read(kernel.traceFs());
            Set<EventName> events = new LinkedHashSet<>();
            String probes = definition.indexOf(':') < 0 ? "tp:" + definition : definition;
            for (ProbePoint point : ProbeSpecParser.parse(probes)) {
                events.addAll(catalog.find(point));
            }
            events.forEach(out::println);
            out.flush();
            return ExitCode.OK;
        } catch (ProbeException e) {
            return fail(e.code(), e.getMessage(), e.hint(), ExitCode.USAGE);
        } catch (TargetException e) {
            return fail(e.code(), e.getMessage(), e.hint(), ExitCode.TARGET_REFUSED);
        }
    }

    private int fail(String code, String message, String hint, int status) {
        new DiagnosticPrinter(messages, Optional.empty())
                .print(Diagnostic.error(code, SourceRange.ofLine("ktap", 0), message, hint));
        return status;
    }
}
