package ktap.dsl.ui.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;

import ktap.dsl.ui.editor.ScriptFiles;

/** Makes links to the editor of the places {@code FILE:LINE} in a console, if the file is a script of the workspace. */
public final class ScriptLinks implements IPatternMatchListenerDelegate {
    private static final Pattern PLACE = Pattern.compile("(.*\\.kp):(\\d{1,9})");

    private TextConsole console;

    @Override
    public void connect(TextConsole connected) {
        console = connected;
    }

    @Override
    public void disconnect() {
        console = null;
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        try {
            link(event.getOffset(), event.getLength());
        } catch (BadLocationException e) {
            ILog.get().warn("The console has dropped the text of a link", e);
        }
    }

    private void link(int offset, int length) throws BadLocationException {
        Matcher place = PLACE.matcher(console.getDocument().get(offset, length));
        if (!place.matches()) {
            return;
        }
        Optional<IFile> script = ScriptFiles.named(place.group(1));
        if (script.isPresent()) {
            int line = Integer.parseInt(place.group(2));
            console.addHyperlink(new FileLink(script.get(), null, -1, -1, line), offset, length);
        }
    }
}
