package ktap.dsl.formatting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import ktap.dsl.ktap.Block;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.validation.Trees;

/**
 * Writes the pieces of a script. Line breaks stay, several blank lines become one, and what is inside brackets or a
 * block, or continues a statement, is indented.
 */
public final class Layout {
    private static final String INDENT = "  ";

    /** What a bracket that is open does to the lines in it. */
    private record Open(int inside, int close, boolean block) {
    }

    private final String text;
    private final List<Piece> pieces;
    private final Set<Integer> statementStarts = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder out = new StringBuilder();
    private int lineIndent;

    private Layout(String text, Script script) {
        INode root = NodeModelUtils.findActualNodeFor(script).getRootNode();
        this.text = text;
        this.pieces = PieceReader.read(root, text);
        Trees.each(script, Block.class, block -> {
            for (Statement statement : block.getStatements()) {
                statementStarts.add(NodeModelUtils.findActualNodeFor(statement).getOffset());
            }
        });
    }

    /** The script, which must be parsed without errors from the text, in its new layout. */
    public static String of(String text, Script script) {
        return new Layout(text, script).write();
    }

    private String write() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece before = i == 0 ? null : pieces.get(i - 1);
            Piece piece = pieces.get(i);
            int breaks = before == null ? 0 : breaks(before, piece);
            if (before == null || breaks > 0) {
                out.append("\n".repeat(breaks));
                startLine(piece);
            } else {
                boolean last = i + 1 == pieces.size() || breaks(piece, pieces.get(i + 1)) > 0;
                out.append(Spacing.between(before, piece, last));
            }
            out.append(piece.text());
            nest(piece);
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private int breaks(Piece before, Piece next) {
        int lines = lineEnds(text.substring(before.end(), next.offset()));
        if (lines == 0 || Spacing.isDrawnUp(before, next)) {
            return 0;
        }
        boolean edge = before.opensBlock() || next.closes();
        return edge ? 1 : Math.min(2, lines);
    }

    private static int lineEnds(String gap) {
        return (int) gap.chars().filter(c -> c == '\n').count()
                + (int) gap.replace("\r\n", "").chars().filter(c -> c == '\r').count();
    }

    private void startLine(Piece piece) {
        Open around = open.peek();
        if (piece.closes() && around != null) {
            lineIndent = around.close();
        } else {
            boolean continued = (around == null || around.block()) && !piece.comment()
                    && !statementStarts.contains(piece.offset()) && !piece.is("{") && !piece.is("else")
                    && !piece.is("elseif") && !piece.is(";");
            lineIndent = (around == null ? 0 : around.inside()) + (continued ? 1 : 0);
        }
        out.append(INDENT.repeat(lineIndent));
    }

    private void nest(Piece piece) {
        if (piece.closes() && !open.isEmpty()) {
            open.pop();
        }
        if (piece.opens()) {
            open.push(new Open(lineIndent + 1, lineIndent, piece.opensBlock()));
        }
    }
}
