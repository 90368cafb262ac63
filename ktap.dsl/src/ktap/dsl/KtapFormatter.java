package ktap.dsl;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

import com.google.inject.Inject;

import ktap.dsl.formatting.Layout;
import ktap.dsl.ktap.Script;
import ktap.dsl.parser.ScriptParser;

/**
 * Lays scripts out: two blanks of indentation for each level, one blank between tokens where it helps to read.
 * Comments, line breaks and single blank lines stay. A script that is laid out already stays as it is. Thread-safe.
 */
public final class KtapFormatter {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final IParser parser;

    @Inject
    public KtapFormatter(IParser parser) {
        this.parser = Objects.requireNonNull(parser);
    }

    /** A formatter that needs no dependency injection. Building one takes long: keep it. */
    public static KtapFormatter standalone() {
        return new KtapFormatter(ScriptParser.standalone());
    }

    /** The script in its new layout, with {@code \n} as line end; a text with syntax errors as it is. */
    public String format(String text) {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            return BYTE_ORDER_MARK + format(text.substring(1));
        }
        IParseResult parsed = parser.parse(new StringReader(text));
        if (parsed.hasSyntaxErrors()) {
            return text;
        }
        String formatted = Layout.of(text, (Script) parsed.getRootASTElement());
        IParseResult again = parser.parse(new StringReader(formatted));
        // What a word means can depend on the blanks behind it: rather no new layout than another script.
        return !again.hasSyntaxErrors() && tokens(parsed).equals(tokens(again)) ? formatted : text;
    }

    private static List<String> tokens(IParseResult parsed) {
        return StreamSupport.stream(parsed.getRootNode().getLeafNodes().spliterator(), false)
                .filter(leaf -> !leaf.isHidden()).map(ILeafNode::getText).toList();
    }
}
