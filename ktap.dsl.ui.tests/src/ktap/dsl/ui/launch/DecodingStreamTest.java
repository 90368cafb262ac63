package ktap.dsl.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

class DecodingStreamTest {

    @Test
    void textComesAsSoonAsItIsWhole() {
        StringBuilder text = new StringBuilder();
        DecodingStream stream = new DecodingStream(text::append);
        byte[] euro = "\u20ac".getBytes(StandardCharsets.UTF_8);
        stream.write('a');
        assertEquals("a", text.toString());
        stream.write(euro, 0, 2);
        assertEquals("a", text.toString());
        stream.write(euro, 2, 1);
        assertEquals("a\u20ac", text.toString());
        stream.write(euro, 0, 2);
        stream.close();
        assertEquals("a\u20ac\ufffd", text.toString());
    }

    @Test
    void anyBytesInAnyPiecesAreTheSameText() {
        Random random = new Random(42);
        byte[] likely = "a\u00e4\u20ac\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(4) == 0 ? (byte) random.nextInt(256) : likely[random.nextInt(likely.length)];
            }
            StringBuilder text = new StringBuilder();
            DecodingStream stream = new DecodingStream(text::append);
            int from = 0;
            while (from < bytes.length) {
                int length = 1 + random.nextInt(bytes.length - from);
                stream.write(bytes, from, length);
                from += length;
            }
            stream.close();
            assertEquals(new String(bytes, StandardCharsets.UTF_8), text.toString());
        }
    }
}
