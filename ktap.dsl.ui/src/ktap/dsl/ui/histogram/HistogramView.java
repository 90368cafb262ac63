package ktap.dsl.ui.histogram;

import java.util.Optional;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.traces.RunningTraces;

/** Shows a table of a trace as a histogram while the trace runs, and after it. */
public final class HistogramView extends ViewPart {
    private static final String HINT =
            "No table to show yet. Right-click a script (*.kp) and choose Run As > ktap trace.";

    private Composite stack;
    private Label hint;
    private Composite content;
    private TablePicker picker;
    private HistogramTable table;
    private Label footer;
    private HistogramRefresh refresh;

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new Label(stack, SWT.WRAP);
        hint.setText(HINT);
        content = createContent();
        refresh = new HistogramRefresh(KtapUi.service(RunningTraces.class), picker, stack, this::show);
        createActions();
        bringToTop(hint);
        refresh.start();
    }

    @Override
    public void setFocus() {
        if (shown().isPresent()) {
            table.control().setFocus();
        } else {
            stack.setFocus();
        }
    }

    /** What the view shows now; empty as long as no trace had a table. */
    public Optional<HistogramModel> shown() {
        return table.model();
    }

    /** The line below the rows; empty as long as no trace had a table. */
    public String footerText() {
        return footer.getText();
    }

    /** The whole of the view, for tests. */
    Control control() {
        return stack;
    }

    private Composite createContent() {
        Composite composite = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 0).spacing(0, 2).applyTo(composite);
        picker = new TablePicker(composite, () -> refresh.now());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(picker.control());
        table = new HistogramTable(composite);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        footer = new Label(composite, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(footer);
        return composite;
    }

    private void createActions() {
        IAction pause = new PauseAction(refresh::setPaused);
        IAction copy = new CopyHistogramAction(this::shown, stack.getDisplay());
        IToolBarManager toolBar = getViewSite().getActionBars().getToolBarManager();
        toolBar.add(pause);
        toolBar.add(copy);
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
    }

    private void show(HistogramRefresh.Shown shown) {
        table.show(shown.model());
        footer.setText(Footer.text(shown.model(), shown.state()));
        bringToTop(content);
    }

    private void bringToTop(Control control) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            stack.layout();
        }
    }
}
