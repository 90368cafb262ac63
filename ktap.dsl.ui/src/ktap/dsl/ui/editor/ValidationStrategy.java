package ktap.dsl.ui.editor;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;

import ktap.dsl.ui.language.KtapLanguage;

/** Checks the text as it is typed, and marks what is wrong. Runs in the reconciler's thread. */
final class ValidationStrategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
    private final KtapLanguage language;
    private volatile IDocument document;

    ValidationStrategy(KtapLanguage language) {
        this.language = language;
    }

    @Override
    public void setDocument(IDocument document) {
        this.document = document;
    }

    @Override
    public void setProgressMonitor(IProgressMonitor monitor) {
        // A check takes milliseconds: there is no progress to tell.
    }

    @Override
    public void initialReconcile() {
        check();
    }

    @Override
    public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
        check();
    }

    @Override
    public void reconcile(IRegion partition) {
        check();
    }

    private void check() {
        IDocument checked = document;
        Optional<IFile> file = checked == null ? Optional.empty() : ScriptFiles.of(checked);
        if (file.isEmpty()) {
            return;
        }
        long stamp = stampOf(checked);
        var diagnostics = language.compile(ScriptFiles.sourceName(file.get()), checked.get()).diagnostics();
        try {
            ProblemMarkers.replace(file.get(), diagnostics, () -> document == checked && stampOf(checked) == stamp);
        } catch (CoreException e) {
            ILog.get().error("The problems of " + file.get().getFullPath() + " could not be marked", e);
        }
    }

    /** Changes with every change of the document. */
    private static long stampOf(IDocument document) {
        return ((IDocumentExtension4) document).getModificationStamp();
    }
}
