package ktap.runtime.kernel.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ktap.runtime.kernel.Btf;
import ktap.runtime.report.FeatureMissingException;

class BtfTest {
    private static final int STRUCT = 4;
    private static final int UNION = 5;
    private static final String STRINGS = "\0int\0outer\0a\0b\0inner\0flags\0";

    /** int; struct inner { int flags; } ; union { struct inner b; }; struct outer { int a; union (unnamed); }. */
    private static byte[] small() {
        ByteBuffer types = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        types.putInt(1).putInt(1 << 24).putInt(4).putInt(32);
        types.putInt(15).putInt(STRUCT << 24 | 1).putInt(4).putInt(21).putInt(1).putInt(0);
        types.putInt(0).putInt(UNION << 24 | 1).putInt(4).putInt(13).putInt(2).putInt(0);
        types.putInt(5).putInt(STRUCT << 24 | 2).putInt(12).putInt(11).putInt(1).putInt(0);
        types.putInt(0).putInt(3).putInt(64);
        byte[] strings = STRINGS.getBytes(StandardCharsets.US_ASCII);
        int length = types.position();
        ByteBuffer all = ByteBuffer.allocate(24 + length + strings.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(24);
        all.putInt(0).putInt(length).putInt(length).putInt(strings.length);
        all.put(types.array(), 0, length).put(strings);
        return all.array();
    }

    @Test
    void findsMembersThroughNamesAndUnnamedUnions() throws FeatureMissingException {
        Btf btf = Btf.of(small());
        assertEquals(0, btf.memberOffset("outer", "a"));
        assertEquals(8, btf.memberOffset("outer", "b"));
        assertEquals(8, btf.memberOffset("outer", "b.flags"));
        assertEquals(0, btf.memberOffset("inner", "flags"));
    }

    @Test
    void saysWhatIsMissing() {
        FeatureMissingException e = assertThrows(FeatureMissingException.class,
                () -> Btf.of(small()).memberOffset("outer", "c"));
        assertTrue(e.getMessage().contains("c of struct outer"), e.getMessage());
        assertThrows(FeatureMissingException.class, () -> Btf.of(small()).memberOffset("other", "a"));
        assertThrows(FeatureMissingException.class, () -> Btf.of(new byte[10]));
    }

    @Test
    void throwsNothingElseForDamagedBytes() {
        Random random = new Random(99);
        int refused = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = small();
            for (int damage = random.nextInt(8); damage >= 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertTrue(Btf.of(bytes).memberOffset("outer", "b.flags") >= 0);
            } catch (FeatureMissingException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000 && refused < 50_000, "refused " + refused);
    }
}
