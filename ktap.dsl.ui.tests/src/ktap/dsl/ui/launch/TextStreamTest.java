package ktap.dsl.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextStreamTest {
    private final TextStream stream = new TextStream();

    @Test
    void keepsTheTextForAConsoleThatComesLate() {
        stream.append("early ");
        assertEquals("early ", stream.getContents());
        stream.flushContents();
        stream.setBuffered(false);
        stream.append("late");
        assertEquals("", stream.getContents());
    }

    @Test
    void tellsEachListenerOfEachText() {
        StringBuilder heard = new StringBuilder();
        stream.addListener((text, monitor) -> heard.append(text));
        stream.append("a");
        stream.append("");
        stream.append("b");
        assertEquals("ab", heard.toString());
    }
}
