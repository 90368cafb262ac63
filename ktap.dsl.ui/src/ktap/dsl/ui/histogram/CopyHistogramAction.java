package ktap.dsl.ui.histogram;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;

import ktap.runtime.report.Histogram;

/** Copies the table that is shown, all rows of it, in the text form that {@code histogram(t)} prints. */
final class CopyHistogramAction extends Action {
    private final Supplier<Optional<HistogramModel>> source;
    private final Display display;

    CopyHistogramAction(Supplier<Optional<HistogramModel>> source, Display display) {
        super("Copy as Text");
        this.source = source;
        this.display = display;
        setActionDefinitionId(ActionFactory.COPY.getCommandId());
        setToolTipText("Copy the histogram as text");
        setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
    }

    @Override
    public void run() {
        source.get().ifPresent(this::copy);
    }

    private void copy(HistogramModel model) {
        String text = model.histogram().toText(Histogram.Layout.ARTICLE, Integer.MAX_VALUE);
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }
}
