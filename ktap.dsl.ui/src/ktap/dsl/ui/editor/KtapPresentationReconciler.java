package ktap.dsl.ui.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.language.KtapLanguage;

/** Highlighting for the generic editor; follows changes of the theme and of its colours while the editor is open. */
public final class KtapPresentationReconciler extends PresentationReconciler {
    private final IPropertyChangeListener themeListener = this::themeChanged;
    private ITextViewer viewer;

    /** Made by the workbench for each editor. */
    public KtapPresentationReconciler() {
        TokenColouring colouring = new TokenColouring(KtapUi.service(KtapLanguage.class));
        setDamager(colouring, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(colouring, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer textViewer) {
        super.install(textViewer);
        viewer = textViewer;
        JFaceResources.getColorRegistry().addListener(themeListener);
    }

    @Override
    public void uninstall() {
        JFaceResources.getColorRegistry().removeListener(themeListener);
        viewer = null;
        super.uninstall();
    }

    private void themeChanged(PropertyChangeEvent event) {
        if (viewer != null && event.getProperty().startsWith(TokenStyles.PREFIX)) {
            viewer.invalidateTextPresentation();
        }
    }
}
