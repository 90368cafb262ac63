package ktap.dsl;

import java.util.Arrays;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import ktap.runtime.report.SourceRange;

/** Turns offsets into the text of one script, and parts of its tree, into places with line and column. Immutable. */
public final class SourceMap {
    private final String source;
    private final String text;
    private final int[] lineStarts;

    /** @param source the script's name for messages */
    public SourceMap(String source, String text) {
        this.source = source;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** The script's name. */
    public String source() {
        return source;
    }

    public SourceRange range(int offset, int length) {
        int start = Math.clamp(offset, 0, text.length());
        int line = line(start);
        return new SourceRange(source, line, start - lineStarts[line - 1] + 1, start,
                Math.clamp(length, 0, text.length() - start));
    }

    /** The place of a part of the tree, up to the end of its first line, without the blanks and comments before it. */
    public SourceRange range(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? range(0, 0) : range(node);
    }

    public SourceRange range(INode node) {
        SourceRange whole = range(node.getOffset(), node.getLength());
        return range(whole.offset(), text(whole).lines().findFirst().orElse("").length());
    }

    /** The place of a whole line, from 1, without its end. */
    public SourceRange lineRange(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        return range(start, text.substring(start, end).stripTrailing().length());
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The line on which a part of the tree starts, from 1. */
    public int line(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? 1 : line(node.getOffset());
    }

    /** The line on which a part of the tree ends, from 1. */
    public int lastLine(EObject object) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
        return node == null ? 1 : line(Math.max(0, node.getEndOffset() - 1));
    }

    /** The text of a place. */
    public String text(SourceRange range) {
        return text.substring(range.offset(), range.offset() + range.length());
    }
}
