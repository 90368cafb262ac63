package ktap.runtime.bytecode;

import java.nio.charset.StandardCharsets;

/**
 * ktap strings are strings of bytes, because what the kernel hands out (names of files, commands, arguments) need not
 * be in any encoding. In Java they are Strings with one char per byte, 0 to 255, which the JVM stores in one byte
 * each; so length, comparison and hashing are those of the bytes. This class is the border to real text.
 */
public final class ByteString {
    private ByteString() {
    }

    /** The bytes of the text's UTF-8 form. */
    public static String ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String ofBytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public static byte[] toBytes(String byteString) {
        return byteString.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes read as UTF-8; what is no UTF-8 becomes U+FFFD. */
    public static String toText(String byteString) {
        return new String(toBytes(byteString), StandardCharsets.UTF_8);
    }
}
