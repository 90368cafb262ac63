package ktap.dsl.ui.language;

import java.util.List;

import ktap.dsl.CompilationResult;
import ktap.dsl.KtapCompiler;
import ktap.dsl.ide.KtapProposals;
import ktap.dsl.ide.KtapTokenStyles;
import ktap.dsl.ide.Proposal;
import ktap.dsl.ide.StyledToken;

/** The language's services. Thread-safe. */
public final class KtapLanguage {
    private final KtapTokenStyles styles = new KtapTokenStyles();
    private final KtapProposals proposals = new KtapProposals();
    private KtapCompiler compiler;

    /** Compiles a script; its name is the one that messages and diagnostics give. */
    public CompilationResult compile(String sourceName, String text) {
        return compiler().compile(sourceName, text);
    }

    /** The tokens of a text, in order; also of a text with errors. */
    public List<StyledToken> tokens(String text) {
        return styles.tokens(text);
    }

    /** What could be typed at an offset. */
    public List<Proposal> propose(String text, int offset) {
        return proposals.propose(text, offset);
    }

    /** Made when it is first asked for, because that takes some tenths of a second. */
    private synchronized KtapCompiler compiler() {
        if (compiler == null) {
            compiler = KtapCompiler.standalone();
        }
        return compiler;
    }
}
