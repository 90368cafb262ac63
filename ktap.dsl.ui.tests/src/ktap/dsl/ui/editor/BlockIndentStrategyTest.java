package ktap.dsl.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is typed at the place of the bar, and what comes of it; {@code N} stands for a line's end, {@code T} for a tab.
 */
class BlockIndentStrategyTest {

    @ParameterizedTest
    @CsvSource({ "x = 1|, N, x = 1N|", "Tx = 1|, N, Tx = 1NT|", "if (x) {|, N, if (x) {NT|",
        "Tif (x) {|, N, Tif (x) {NTT|", "if (x) {|}, N, if (x) {NT|N}", "Tf {|}, N, Tf {NTT|NT}", "f {|, x, f {x|" })
    void indents(String before, String typed, String after) throws Exception {
        String text = plain(before);
        Document document = new Document(text.replace("|", ""));
        DocumentCommand command = new DocumentCommand() { };
        command.text = plain(typed);
        command.offset = text.indexOf('|');
        command.length = 0;
        command.caretOffset = -1;
        command.shiftsCaret = true;

        new BlockIndentStrategy().customizeDocumentCommand(document, command);

        document.replace(command.offset, command.length, command.text);
        int caret = command.caretOffset >= 0 ? command.caretOffset : command.offset + command.text.length();
        assertEquals(plain(after), new StringBuilder(document.get()).insert(caret, '|').toString());
    }

    private static String plain(String text) {
        return text.replace('N', '\n').replace('T', '\t');
    }
}
