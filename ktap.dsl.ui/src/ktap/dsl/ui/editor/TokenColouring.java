package ktap.dsl.ui.editor;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;

import ktap.dsl.ide.StyledToken;
import ktap.dsl.ui.language.KtapLanguage;

/**
 * Colours a document by the language's tokens. A change damages all from its line on: a quote or a bracket may open a
 * string or a comment of many lines, and scripts are short.
 */
final class TokenColouring implements IPresentationDamager, IPresentationRepairer {
    private final KtapLanguage language;
    private IDocument document;

    TokenColouring(KtapLanguage language) {
        this.language = language;
    }

    @Override
    public void setDocument(IDocument document) {
        this.document = document;
    }

    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        try {
            int start = document.getLineInformationOfOffset(event.getOffset()).getOffset();
            return new Region(start, document.getLength() - start);
        } catch (BadLocationException e) {
            ILog.get().warn("A change outside its document", e);
            return new Region(0, document.getLength());
        }
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        int start = damage.getOffset();
        int end = start + damage.getLength();
        for (StyledToken token : language.tokens(document.get())) {
            int from = Math.max(start, token.offset());
            int to = Math.min(end, token.offset() + token.length());
            if (from < to) {
                TokenStyles.of(token.kind()).ifPresent(style -> presentation.addStyleRange(range(from, to, style)));
            }
        }
    }

    private static StyleRange range(int from, int to, TextAttribute style) {
        return new StyleRange(from, to - from, style.getForeground(), style.getBackground(), style.getStyle());
    }
}
