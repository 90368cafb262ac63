package ktap.runtime.bytecode.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.Disassembler;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;

class DisassemblerTest {

    @Test
    void listsAChunk() throws IOException {
        assertEquals(golden("histogram.lst"), Disassembler.list(Samples.histogram()));
    }

    @Test
    void listsEveryKindOfOperand() throws IOException {
        assertEquals(golden("everything.lst"), Disassembler.list(Samples.everything()));
    }

    @ParameterizedTest
    @EnumSource(Opcode.class)
    void sampleHasEveryOpcode(Opcode opcode) {
        assertTrue(Disassembler.list(Samples.everything()).lines().anyMatch(line -> line.matches(".*\\] +" + opcode
                + "( .*)?")),
                opcode + " is missing in the sample");
    }

    @Test
    void listsWhatTheVerifierWouldRefuse() {
        Prototype broken = new Prototype("m", 1, 1, 0, 1, new int[] {0xffffffff, Opcode.LOADK.code() | 0xffff0000},
                new int[0],
                List.of(), List.of(), List.of(), List.of());
        String listing = Disassembler.list(new Chunk("s", List.of(), broken));
        assertTrue(listing.contains("    0 [   -]  ?          0xffffffff\n    1 [   -]  LOADK      r0 k65535\n"),
                listing);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = DisassemblerTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
