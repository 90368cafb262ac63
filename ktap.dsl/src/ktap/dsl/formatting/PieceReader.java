package ktap.dsl.formatting;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** Reads the pieces of a parsed script, without blanks. The filter of a trace statement is one piece. */
final class PieceReader {
    /** The rule name of the second sign of a label. */
    static final String LABEL_END = "LabelEnd";

    private final List<Piece> pieces = new ArrayList<>();
    private boolean label;
    private Piece filter;

    private PieceReader() {
    }

    static List<Piece> read(INode root, String text) {
        PieceReader reader = new PieceReader();
        for (ILeafNode leaf : root.getLeafNodes()) {
            reader.leaf(leaf, text);
        }
        return reader.pieces;
    }

    private void leaf(ILeafNode leaf, String text) {
        Piece piece = Piece.of(leaf);
        if (filter != null) {
            if (piece.is("/", "TraceStatement")) {
                pieces.add(new Piece(text.substring(filter.offset(), piece.end()), "", filter.offset(), false));
                filter = null;
            }
        } else if (piece.is("/", "TraceStatement")) {
            filter = piece;
        } else if (piece.is("::", "LabelStatement")) {
            pieces.add(label ? new Piece(piece.text(), LABEL_END, piece.offset(), false) : piece);
            label = !label;
        } else if (!piece.comment() || !leaf.getText().isBlank() && !leaf.getText().equals("\ufeff")) {
            pieces.add(piece.comment() ? new Piece(stripped(piece), "", piece.offset(), true) : piece);
        }
    }

    /** Blanks at the end of a comment's last line are none of its own. */
    private static String stripped(Piece comment) {
        return comment.text().stripTrailing();
    }
}
