package ktap.dsl.ui.histogram;

import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ResourceLocator;

import ktap.dsl.ui.KtapUi;

/** Holds the view still while the trace goes on. */
final class PauseAction extends Action {
    private final Consumer<Boolean> target;

    PauseAction(Consumer<Boolean> target) {
        super("Pause", IAction.AS_CHECK_BOX);
        this.target = target;
        setToolTipText("Pause: hold the view still while the trace goes on");
        ResourceLocator.imageDescriptorFromBundle(KtapUi.BUNDLE, "icons/pause.svg").ifPresent(this::setImageDescriptor);
    }

    @Override
    public void run() {
        target.accept(isChecked());
    }
}
