package ktap.dsl.ui.editor;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/**
 * Indentation for the generic editor: a new line starts where the last one did, one step further after an opening
 * brace; Enter between braces makes a block.
 */
public final class BlockIndentStrategy implements IAutoEditStrategy {
    /** Turned into blanks by the editor if its preferences say so. */
    private static final String STEP = "\t";

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        boolean isNewLine = command.length == 0 && command.text != null
                && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) != -1;
        if (!isNewLine) {
            return;
        }
        try {
            indent(document, command);
        } catch (BadLocationException e) {
            ILog.get().warn("No indentation for a line outside its document", e);
        }
    }

    private static void indent(IDocument document, DocumentCommand command) throws BadLocationException {
        String newLine = command.text;
        IRegion line = document.getLineInformationOfOffset(command.offset);
        int lineEnd = line.getOffset() + line.getLength();
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        String after = document.get(command.offset, lineEnd - command.offset).strip();
        String indent = before.substring(0, before.length() - before.stripLeading().length());
        if (!before.stripTrailing().endsWith("{")) {
            command.text = newLine + indent;
        } else {
            command.text = newLine + indent + STEP;
            if (after.startsWith("}")) {
                command.caretOffset = command.offset + command.text.length();
                command.shiftsCaret = false;
                command.text += newLine + indent;
            }
        }
    }
}
