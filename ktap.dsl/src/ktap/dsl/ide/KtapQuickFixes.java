package ktap.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ktap.dsl.KtapIssueCodes;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.SourceRange;

/** Offers changes of the text for diagnostics of the compiler. Needs no parsed script. */
public final class KtapQuickFixes {
    private static final Pattern NEAREST = Pattern.compile("did you mean '([^']+)'\\?");

    private KtapQuickFixes() {
    }

    /**
     * The ways to mend a problem, the best first; none if there is none to offer.
     *
     * @param text that the diagnostic is about, unchanged since
     */
    public static List<Fix> fixes(Diagnostic diagnostic, String text) {
        SourceRange range = diagnostic.range();
        if (range.offset() < 0 || range.offset() + range.length() > text.length()) {
            return List.of();
        }
        String marked = text.substring(range.offset(), range.offset() + range.length());
        return switch (diagnostic.code()) {
            case KtapIssueCodes.UNKNOWN_NAME, KtapIssueCodes.UNKNOWN_FIELD -> nearest(diagnostic);
            case KtapIssueCodes.UNDECLARED_GLOBAL -> List.of(DeclarationFix.of(marked, range.offset(), text));
            case KtapIssueCodes.LEADING_ZERO -> leadingZero(range, marked);
            case KtapIssueCodes.MINUS_COMMENT ->
                    List.of(replace(range, "Subtract a negative value", "- -" + marked.substring(2)),
                            replace(range, "Set the comment apart", " " + marked));
            case KtapIssueCodes.UNUSED_VARIABLE -> unused(range, marked, text);
            case KtapIssueCodes.SYNTAX -> syntax(diagnostic, marked, text);
            default -> List.of();
        };
    }

    private static Fix replace(SourceRange range, String label, String replacement) {
        return Fix.of(label, range.offset(), range.length(), replacement);
    }

    private static List<Fix> nearest(Diagnostic diagnostic) {
        Matcher nearest = NEAREST.matcher(diagnostic.hint());
        return nearest.matches() ? List.of(replace(diagnostic.range(), "Change to '" + nearest.group(1) + "'",
                nearest.group(1))) : List.of();
    }

    private static List<Fix> leadingZero(SourceRange range, String number) {
        List<Fix> fixes = new ArrayList<>();
        String decimal = number.replaceFirst("^0+(?=.)", "");
        fixes.add(replace(range, "Write " + decimal, decimal));
        if (number.matches("[0-7]{2,21}")) {
            String octal = Long.toString(Long.parseLong(number, 8));
            fixes.add(replace(range, "Write " + octal + ", if octal was meant", octal));
        }
        return fixes;
    }

    private static List<Fix> unused(SourceRange range, String name, String text) {
        boolean once = ScriptToken.all(text).stream()
                .filter(token -> token.isName() && token.text().equals(name)).count() == 1;
        return once ? List.of(replace(range, "Rename to '_" + name + "'", "_" + name)) : List.of();
    }

    private static List<Fix> syntax(Diagnostic diagnostic, String found, String text) {
        SourceRange range = diagnostic.range();
        String hint = diagnostic.hint();
        if (found.equals("=") && hint.startsWith("write ==")) {
            return List.of(replace(range, "Compare with ==", "=="));
        } else if (found.equals("==") && hint.startsWith("write = ")) {
            return List.of(replace(range, "Assign with =", "="));
        } else if (found.equals("~") && hint.startsWith("write !=")) {
            return List.of(replace(range, "Compare with !=", "!"));
        } else if (found.equals("then")) {
            return List.of(replace(range, "Open the block with {", "{"));
        } else if (found.equals("end") && hint.startsWith("a block ends with }")) {
            return List.of(replace(range, "Close the block with }", "}"));
        } else if (hint.equals("a { is not closed")) {
            return List.of(Fix.of("Close the block with }", text.length(), 0, text.endsWith("\n") ? "}\n" : "\n}\n"));
        } else if (hint.equals("a ( is not closed")) {
            return List.of(Fix.of("Close with )", text.stripTrailing().length(), 0, ")"));
        }
        return List.of();
    }
}
