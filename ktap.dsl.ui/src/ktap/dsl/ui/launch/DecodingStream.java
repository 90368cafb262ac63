package ktap.dsl.ui.launch;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Turns a script's output bytes into text as they come. A character whose bytes come in two writes is held back until
 * it is whole; bytes that are no UTF-8 become U+FFFD. Not thread-safe.
 */
final class DecodingStream extends OutputStream {
    /** The longest part of a character that can be left over: three of a sequence's four bytes. */
    private static final int MAX_PENDING = 3;

    private final Consumer<String> target;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer pending = ByteBuffer.allocate(MAX_PENDING);

    DecodingStream(Consumer<String> target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        write(new byte[] { (byte) b }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(pending.position() + length);
        in.put(pending.flip()).put(bytes, offset, length).flip();
        pending.clear();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        pending.put(in);
        target.accept(out.flip().toString());
    }

    /** Ends the text: what is left of a cut character becomes U+FFFD. */
    @Override
    public void close() {
        CharBuffer out = CharBuffer.allocate(MAX_PENDING + 1);
        decoder.decode(pending.flip(), out, true);
        decoder.flush(out);
        decoder.reset();
        pending.clear();
        target.accept(out.flip().toString());
    }
}
