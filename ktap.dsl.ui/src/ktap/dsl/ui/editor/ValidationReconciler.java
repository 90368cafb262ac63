package ktap.dsl.ui.editor;

import org.eclipse.jface.text.reconciler.MonoReconciler;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.language.KtapLanguage;

/** Live validation for the generic editor: checks when typing has paused. */
public final class ValidationReconciler extends MonoReconciler {
    private static final int PAUSE_MS = 300;

    /** Made by the workbench for each editor. */
    public ValidationReconciler() {
        super(new ValidationStrategy(KtapUi.service(KtapLanguage.class)), false);
        setDelay(PAUSE_MS);
    }
}
