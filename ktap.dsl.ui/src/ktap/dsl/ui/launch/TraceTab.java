package ktap.dsl.ui.launch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.editor.ScriptFiles;

/** The tab for what to run and what to trace. */
final class TraceTab extends AbstractLaunchConfigurationTab {
    private final Map<TraceScope, Button> scopes = new EnumMap<>(TraceScope.class);
    private Text script;
    private Text arguments;
    private Text command;
    private Text pid;
    private LocalResourceManager images;

    @Override
    public void createControl(Composite parent) {
        Composite tab = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(tab);
        script = labelledText(tab, "&Script:", 1);
        Button browse = createPushButton(tab, "&Browse...", null);
        browse.addListener(SWT.Selection, event -> chooseScript());
        arguments = labelledText(tab, "&Arguments:", 2);
        arguments.setMessage("arg[1] arg[2] ...");

        Group group = new Group(tab, SWT.NONE);
        group.setText("Trace");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(group);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        scope(group, TraceScope.SYSTEM, "The &whole system, until terminated", 2);
        scope(group, TraceScope.COMMAND, "A &command and its children:", 1);
        command = text(group, 1);
        command.setMessage("for example: find /usr -type f");
        scope(group, TraceScope.PROCESS, "A &process and its children, by id:", 1);
        pid = text(group, 1);
        setControl(tab);
    }

    @Override
    public String getName() {
        return "Trace";
    }

    @Override
    public Image getImage() {
        if (images == null) {
            images = new LocalResourceManager(JFaceResources.getResources());
        }
        Optional<ImageDescriptor> icon = ResourceLocator.imageDescriptorFromBundle(KtapUi.BUNDLE, "icons/trace.svg");
        return icon.map(images::create).orElse(null);
    }

    @Override
    public void dispose() {
        if (images != null) {
            images.dispose();
        }
        super.dispose();
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        TraceSettings.ofScript("").writeTo(configuration);
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            show(TraceSettings.readFrom(configuration));
        } catch (CoreException e) {
            setErrorMessage("The configuration cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        entered().writeTo(configuration);
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        setErrorMessage(entered().problem().orElse(null));
        return getErrorMessage() == null;
    }

    private void show(TraceSettings settings) {
        script.setText(settings.script());
        arguments.setText(settings.arguments());
        command.setText(settings.command());
        pid.setText(settings.pid());
        scopes.forEach((scope, button) -> button.setSelection(scope == settings.scope()));
        enableFields();
    }

    private TraceSettings entered() {
        TraceScope chosen = TraceScope.SYSTEM;
        for (Map.Entry<TraceScope, Button> entry : scopes.entrySet()) {
            if (entry.getValue().getSelection()) {
                chosen = entry.getKey();
            }
        }
        return new TraceSettings(script.getText().strip(), arguments.getText(), chosen, command.getText(),
                pid.getText());
    }

    private void chooseScript() {
        Optional<IFile> chosen = ScriptDialog.open(getShell());
        chosen.ifPresent(file -> script.setText(ScriptFiles.sourceName(file)));
    }

    private void enableFields() {
        command.setEnabled(scopes.get(TraceScope.COMMAND).getSelection());
        pid.setEnabled(scopes.get(TraceScope.PROCESS).getSelection());
    }

    private Text labelledText(Composite parent, String label, int columns) {
        new Label(parent, SWT.NONE).setText(label);
        return text(parent, columns);
    }

    private Text text(Composite parent, int columns) {
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(text);
        text.addListener(SWT.Modify, event -> scheduleUpdateJob());
        return text;
    }

    private void scope(Composite parent, TraceScope scope, String label, int columns) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(label);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(columns, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> {
            enableFields();
            updateLaunchConfigurationDialog();
        });
        scopes.put(scope, button);
    }
}
