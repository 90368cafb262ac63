package ktap.cli;

import java.io.PrintWriter;
import java.util.Optional;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;

/** Shows diagnostics as {@code FILE:LINE:COLUMN: message [code]}, with the script's line and a caret below it where known. */
final class DiagnosticPrinter {
    private final PrintWriter out;
    private final Optional<String> text;

    /**
     * @param text the script's text, if it is at hand
     */
    DiagnosticPrinter(PrintWriter out, Optional<String> text) {
        this.out = out;
        this.text = text;
    }

    void print(Diagnostic diagnostic) {
        SourceRange range = diagnostic.range();
        String severity = switch (diagnostic.severity()) {
            case ERROR -> "";
            case WARNING -> "warning: ";
            case INFO -> "note: ";
        };
        out.println(range + ": " + severity + diagnostic.message() + " [" + diagnostic.code() + "]");
        line(range).ifPresent(line -> {
            out.println("    " + line.replace('\t', ' '));
            if (range.column() > 0) {
                int width = Math.max(1, Math.min(range.length(), line.length() - range.column() + 1));
                out.println("    " + " ".repeat(range.column() - 1) + "^" + "~".repeat(width - 1));
            }
        });
        if (!diagnostic.hint().isEmpty()) {
            out.println("    hint: " + diagnostic.hint());
        }
    }

    private Optional<String> line(SourceRange range) {
        return range.line() <= 0 ? Optional.empty() : text.flatMap(all -> all.lines().skip(range.line() - 1L).findFirst());
    }
}
