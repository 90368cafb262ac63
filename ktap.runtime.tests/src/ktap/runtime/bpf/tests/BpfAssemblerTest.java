package ktap.runtime.bpf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Set;

import org.junit.jupiter.api.Test;

import ktap.runtime.bpf.asm.AluOperation;
import ktap.runtime.bpf.asm.BpfAssembler;
import ktap.runtime.bpf.asm.BpfCode;
import ktap.runtime.bpf.asm.BpfEncoder;
import ktap.runtime.bpf.asm.BpfListing;
import ktap.runtime.bpf.asm.Condition;
import ktap.runtime.bpf.asm.Helper;
import ktap.runtime.bpf.asm.Register;
import ktap.runtime.bpf.asm.Width;

/** Encodings are checked against those in the kernel's Documentation/bpf/standardization/instruction-set.rst. */
class BpfAssemblerTest {

    private static BpfCode everyInstruction() {
        BpfAssembler code = new BpfAssembler();
        BpfAssembler.Label end = code.label();
        return code.move(Register.R6, Register.R1)
                .alu(AluOperation.ADD, Register.R2, -4)
                .alu32(AluOperation.AND, Register.R3, 0xff)
                .load(Width.DOUBLE, Register.R8, Register.R6, 8)
                .store(Width.HALF, Register.R10, -2, Register.R8)
                .store(Width.BYTE, Register.R9, 3, 7)
                .atomicAdd(Width.DOUBLE, Register.R7, 16, Register.R1)
                .loadMap(Register.R1, "m")
                .loadMapValue(Register.R9, "m", 4)
                .loadConstant(Register.R2, 0x1122334455667788L)
                .jump(Condition.EQUAL, Register.R0, 0, end)
                .jump(Condition.NOT_EQUAL, Register.R0, Register.R1, end)
                .jump(end)
                .call(Helper.KTIME_GET_NS)
                .place(end).exit().toCode();
    }

    @Test
    void encodesAsTheKernelReads() {
        byte[] bytes = BpfEncoder.encode(everyInstruction(), name -> 5, ByteOrder.LITTLE_ENDIAN);
        assertEquals(String.join("",
                "bf16000000000000", "07020000fcffffff", "54030000ff000000", "7968080000000000",
                "6b8afeff00000000", "7209030007000000", "db17100000000000",
                "1811000005000000" + "0000000000000000", "1829000005000000" + "0000000004000000",
                "1802000088776655" + "0000000044332211",
                "1500030000000000", "5d10020000000000", "0500010000000000", "8500000005000000",
                "9500000000000000"), HexFormat.of().formatHex(bytes));
    }

    @Test
    void listsWhatItEncodes() {
        assertEquals("""
                   0: r6 = r1
                   1: r2 += -4
                   2: w3 &= 255
                   3: r8 = *(u64 *)(r6 + 8)
                   4: *(u16 *)(r10 - 2) = r8
                   5: *(u8 *)(r9 + 3) = 7
                   6: lock *(u64 *)(r7 + 16) += r1
                   7: r1 = map[m]
                   9: r9 = &map[m][0]+4
                  11: r2 = 0x1122334455667788 ll
                  13: if r0 == 0 goto 17
                  14: if r0 != r1 goto 17
                  15: goto 17
                  16: call ktime_get_ns#5
                  17: exit
                """, BpfListing.of(everyInstruction()));
        assertEquals(Set.of("m"), everyInstruction().maps());
    }

    @Test
    void refusesLabelsWithoutPlaceAndOffsetsThatDoNotFit() {
        BpfAssembler unplaced = new BpfAssembler();
        unplaced.jump(unplaced.label()).exit();
        assertThrows(IllegalStateException.class, unplaced::toCode);
        assertThrows(IllegalArgumentException.class,
                () -> new BpfAssembler().load(Width.BYTE, Register.R0, Register.R1, 40000));
    }
}
