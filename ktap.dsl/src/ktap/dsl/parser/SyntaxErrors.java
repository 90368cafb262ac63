package ktap.dsl.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.IParseResult;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.validation.Problems;
import ktap.runtime.report.SourceRange;

/**
 * Turns the parser's errors into diagnostics. An error tends to bring others with it, so there is one for each line at
 * most, and if the lexer found errors only those are told.
 */
public final class SyntaxErrors {
    private static final int MOST = 5;

    private SyntaxErrors() {
    }

    public static void report(IParseResult parsed, Problems problems) {
        List<INode> all = new ArrayList<>();
        List<INode> lexical = new ArrayList<>();
        for (INode node : parsed.getSyntaxErrors()) {
            all.add(node);
            if (KtapSyntaxErrorMessages.LEXICAL.equals(node.getSyntaxErrorMessage().getIssueCode())) {
                lexical.add(node);
            }
        }
        Set<Integer> lines = new HashSet<>();
        for (INode node : lexical.isEmpty() ? all : lexical) {
            SyntaxErrorMessage error = node.getSyntaxErrorMessage();
            SourceRange range = range(node, error.getIssueData(), problems);
            if (lines.size() < MOST && lines.add(range.line())) {
                String[] data = error.getIssueData();
                problems.error(KtapIssueCodes.SYNTAX, range, error.getMessage(),
                        data == null || data.length == 0 ? "" : data[0]);
            }
        }
    }

    /** The place of the token that the error names, up to the end of its first line; else that of the node. */
    private static SourceRange range(INode node, String[] data, Problems problems) {
        boolean known = data != null && data.length == 3;
        int start = known ? Integer.parseInt(data[1]) : node.getOffset();
        int end = known ? Integer.parseInt(data[2]) : node.getEndOffset();
        SourceRange whole = problems.positions().range(start, end - start);
        int lineEnd = problems.positions().text(whole).indexOf('\n');
        return lineEnd < 0 ? whole : problems.positions().range(start, lineEnd);
    }
}
