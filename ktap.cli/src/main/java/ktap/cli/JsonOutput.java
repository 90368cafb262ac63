package ktap.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Makes a JSON object of each line of a script's output. */
final class JsonOutput extends OutputStream {
    /** A line that is longer comes in several pieces, of which only the last ends in a line end. */
    private static final int LONGEST_PIECE = 1 << 16;
    /** A byte that is not of UTF-8 is this plus the byte, a lone surrogate: no UTF-8 text has one. */
    private static final int FOREIGN_BYTE = 0xdc00;

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private IOException failure;

    JsonOutput(OutputStream out) {
        this.out = out;
    }

    /** Has the next write fail as one beside this stream has. */
    void fail(IOException e) {
        failure = e;
    }

    @Override
    public void write(int b) throws IOException {
        if (failure != null) {
            throw failure;
        }
        line.write(b);
        if (b == '\n' || line.size() >= LONGEST_PIECE) {
            finish();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** Hands on whole lines only. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Hands on a last line that has no end. */
    void finish() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (line.size() > 0) {
            new JsonObject("output").put("text", decode(line.toByteArray())).writeTo(out);
            line.reset();
        }
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, text, true);
            if (!result.isError()) {
                return text.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.put((char) (FOREIGN_BYTE + (in.get() & 0xff)));
            }
            decoder.reset();
        }
    }
}
