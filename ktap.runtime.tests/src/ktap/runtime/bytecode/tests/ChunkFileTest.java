package ktap.runtime.bytecode.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkLimits;
import ktap.runtime.bytecode.ChunkReader;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.bytecode.ChunkWriter;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Disassembler;
import ktap.runtime.bytecode.Prototype;

class ChunkFileTest {

    static Stream<Chunk> chunks() {
        return Stream.of(Samples.histogram(), Samples.everything(), ChunkWriter.strip(Samples.everything()),
                Assembler.chunk(List.of(), a -> a.load(0, Long.MIN_VALUE).load(0, "\u0000\u00ff").load(0, "")),
                new Chunk("gr\u00fc\u00dfe \ud83d\ude00.kp", List.of("\u00e4"), Assembler.function("f\u00fcr", 0, a ->
                a.load(0, 1))));
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void whatIsWrittenIsReadAndWrittenAgainTheSame(Chunk chunk) throws ChunkException {
        byte[] file = ChunkWriter.write(chunk);
        Chunk read = ChunkReader.read(file);
        assertEquals(chunk, read);
        assertArrayEquals(file, ChunkWriter.write(read));
        assertTrue(ChunkReader.isChunk(file));
    }

    @Test
    void linesMayGoBackAndForth() throws ChunkException {
        int[] lines = {1, Integer.MAX_VALUE, 0, 70, 7, 64, 1};
        Prototype main = new Prototype("m", 5, 9, 0, 1, new int[lines.length], lines, List.of(), List.of(), List.of(),
                List.of());
        Prototype read = ChunkReader.read(ChunkWriter.write(new Chunk("s", List.of(), main))).main();
        assertEquals(main, read);
        for (int i = 0; i < lines.length; i++) {
            assertEquals(lines[i], read.line(i));
        }
    }

    @Test
    void lineNumberMustBeInItsShortestForm() {
        byte[] file = ChunkWriter.write(new Chunk("s", List.of(), new Prototype("m", 1, 1, 0, 1, new int[1],
                new int[] {1},
                List.of(), List.of(), List.of(), List.of())));
        // Before the counts of locals and children and the checksum stands the line's difference, 0.
        int offset = file.length - 13;
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        System.arraycopy(file, offset, longer, offset + 1, file.length - offset);
        longer[offset] = (byte) 0x80;
        ChunkException e = assertThrows(ChunkException.class, () -> ChunkReader.read(seal(longer)));
        assertEquals("not a usable chunk: at byte " + offset + ": a line number is not in its shortest form",
                e.getMessage());
    }

    @Test
    void strippedChunkIsSmallerAndStillSound() throws ChunkException {
        Chunk full = Samples.everything();
        Chunk stripped = ChunkWriter.strip(full);
        assertTrue(ChunkWriter.write(stripped).length < ChunkWriter.write(full).length);
        assertFalse(stripped.main().hasDebugInfo());
        assertEquals(List.of(), stripped.main().locals());
        assertEquals(full.globals(), stripped.globals());
        assertFalse(Disassembler.list(stripped).contains("handler"));
        ChunkVerifier.verify(stripped);
    }

    @Test
    void scriptIsNoChunk() {
        assertFalse(ChunkReader.isChunk("trace".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(ChunkReader.isChunk(new byte[0]));
    }

    @Test
    void everyCutOffFileIsRefused() {
        byte[] file = ChunkWriter.write(Samples.histogram());
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThrows(ChunkException.class, () -> ChunkReader.read(cut));
            // The same with a checksum that is right.
            byte[] sealed = seal(Arrays.copyOf(file, length + 4));
            if (length != file.length - 4) {
                assertThrows(ChunkException.class, () -> ChunkReader.read(sealed));
            }
        }
    }

    @Test
    void everyFlippedBitIsFound() {
        byte[] file = ChunkWriter.write(Samples.histogram());
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(ChunkException.class, () -> ChunkReader.read(damaged));
        }
    }

    /** Offsets into the file of a chunk with source "test.kp", no globals, and main chunk "main chunk". */
    @ParameterizedTest
    @CsvSource({
            "0, 0, 'at byte 0: it does not start like a ktap chunk'",
            "4, 9, 'at byte 4: it has version 9, this ktap reads version 2: compile the script again'",
            "6, 1, 'at byte 6: flags that are not known'",
            "10, 255, 'at byte 8: the source''s name is not UTF-8'",
            "20, 255, 'at byte 17: 4278190080 globals, more than 65536'",
            "19, 2, 'at byte 17: 131072 globals, more than 65536'",
            "18, 255, 'at byte 17: 65280 globals do not fit in the 72 bytes left'"})
    void saysWhereAndWhat(int offset, int value, String message) {
        byte[] file = ChunkWriter.write(Assembler.chunk(List.of(), a -> a.load(0, "x").load(1, 5L)));
        file[offset] = (byte) value;
        ChunkException e = assertThrows(ChunkException.class, () -> ChunkReader.read(seal(file)));
        assertEquals("not a usable chunk: " + message, e.getMessage());
        assertEquals("ktap.chunk.invalid", e.code());
    }

    @Test
    void wrongChecksumIsSaidToBeDamage() {
        byte[] file = ChunkWriter.write(Samples.histogram());
        file[30] ^= 1;
        ChunkException e = assertThrows(ChunkException.class, () -> ChunkReader.read(file));
        assertTrue(e.getMessage().endsWith("the checksum is wrong: the file is damaged"), e.getMessage());
    }

    @Test
    void bytesBehindTheEndAreRefused() {
        byte[] file = ChunkWriter.write(Samples.histogram());
        ChunkException e = assertThrows(ChunkException.class,
                () -> ChunkReader.read(seal(Arrays.copyOf(file, file.length + 3))));
        assertTrue(e.getMessage().contains("3 bytes behind the end"), e.getMessage());
    }

    @Test
    void functionsInsideEachOtherAreLimited() throws ChunkException {
        Chunk deepest = nested(ChunkLimits.NESTING);
        assertEquals(deepest, ChunkReader.read(ChunkWriter.write(deepest)));
        assertThrows(IllegalArgumentException.class, () -> ChunkWriter.write(nested(ChunkLimits.NESTING + 1)));
        assertThrows(ChunkException.class, () -> ChunkVerifier.verify(nested(ChunkLimits.NESTING + 1)));
    }

    private static Chunk nested(int depth) {
        Prototype inner = Assembler.function("f", 0, a -> a.load(0, 1));
        for (int i = 1; i < depth; i++) {
            Prototype child = inner;
            inner = Assembler.function("f", 0, a -> a.closure(0, child));
        }
        return new Chunk("s", List.of(), inner);
    }

    @Test
    void whatDoesNotFitIsNotWritten() {
        Prototype large = new Prototype("m", 1, 1, 0, 300, new int[1], new int[0], List.of(), List.of(), List.of(),
                List.of());
        assertThrows(IllegalArgumentException.class, () -> ChunkWriter.write(new Chunk("s", List.of(), large)));
        Prototype text = new Prototype("m", 1, 1, 0, 1, new int[1], new int[0], List.of(new Constant.Str("\u0100")),
                List.of(),
                List.of(), List.of());
        assertThrows(IllegalArgumentException.class, () -> ChunkWriter.write(new Chunk("s", List.of(), text)));
        assertThrows(IllegalArgumentException.class, () -> new Prototype("m", 1, 1, 0, 1, new int[2], new int[1],
                List.of(),
                List.of(), List.of(), List.of()));
    }

    /** Puts the right checksum into the last four bytes. */
    static byte[] seal(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, file.length - 4);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, (int) crc.getValue());
        return file;
    }
}
