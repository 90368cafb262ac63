package ktap.runtime.bpf;

import static ktap.runtime.bpf.asm.Register.R0;
import static ktap.runtime.bpf.asm.Register.R1;
import static ktap.runtime.bpf.asm.Register.R10;
import static ktap.runtime.bpf.asm.Register.R2;
import static ktap.runtime.bpf.asm.Register.R3;
import static ktap.runtime.bpf.asm.Register.R6;
import static ktap.runtime.bpf.asm.Register.R7;
import static ktap.runtime.bpf.asm.Register.R8;
import static ktap.runtime.bpf.asm.Register.R9;
import static ktap.runtime.bpf.asm.Width.WORD;

import ktap.runtime.bpf.asm.AluOperation;
import ktap.runtime.bpf.asm.BpfAssembler;
import ktap.runtime.bpf.asm.BpfAssembler.Label;
import ktap.runtime.bpf.asm.Condition;
import ktap.runtime.bpf.asm.Helper;
import ktap.runtime.bpf.asm.Width;

/**
 * Captures the records of one classic tracepoint. The kernel puts something of its own over a record's first 8 bytes
 * before programs run; the program writes the record's header anew.
 *
 * @param event the event's number in the plan
 * @param layout the size of its records
 * @param tracedOnly whether only traced processes are captured
 */
public record RecordCapture(int event, RecordLayout layout, boolean tracedOnly) {
    /** Longer records are copied by one call of a helper instead of by instructions. */
    private static final int LONGEST_INLINE = 128;
    private static final int RECORD = EventHeader.SIZE;

    public ProgramSpec program() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        code.move(R6, R1);
        capture.leaveUnlessEnabled();
        capture.leaveUnlessWanted(tracedOnly);
        code.move(R7, event);
        capture.countFired(R7);
        layout.tail().ifPresentOrElse(tail -> variableLength(capture, tail), () -> fixedLength(capture));
        capture.endWithLoss();
        return new ProgramSpec("ktap_record", ProgramType.TRACEPOINT, code.toCode());
    }

    private void fixedLength(CaptureCode capture) {
        BpfAssembler code = capture.code();
        int length = layout.fixedLength();
        capture.reserve(length);
        if (length <= LONGEST_INLINE) {
            copyInline(code, length);
        } else {
            code.move(R1, R9).alu(AluOperation.ADD, R1, RECORD).move(R2, length).move(R3, R6)
                    .call(Helper.PROBE_READ_KERNEL);
        }
        capture.header(R7);
        code.store(WORD, R9, EventHeader.RECORD_LENGTH, length);
        capture.submit();
    }

    /** The verifier wants every access to the context aligned, and none beyond the last field. */
    private static void copyInline(BpfAssembler code, int length) {
        int offset = RecordHeader.SIZE;
        for (Width width : new Width[] {Width.DOUBLE, Width.WORD, Width.HALF, Width.BYTE}) {
            while (length - offset >= width.bytes()) {
                code.load(width, R1, R6, offset).store(width, R9, RECORD + offset, R1);
                offset += width.bytes();
            }
        }
    }

    private void variableLength(CaptureCode capture, RecordLayout.Tail tail) {
        BpfAssembler code = capture.code();
        // R8 = the record's length: the end of the last piece of data, kept within what the scratch value holds.
        Label fits = code.label();
        code.load(WORD, R8, R6, tail.fieldOffset())
                .move(R1, R8)
                .alu(AluOperation.AND, R1, 0xffff)
                .alu(AluOperation.SHIFT_RIGHT, R8, Short.SIZE)
                .alu(AluOperation.ADD, R8, R1)
                .alu(AluOperation.ADD, R8, tail.base())
                .jump(Condition.LESS_EQUAL, R8, CaptureMaps.LONGEST_RECORD, fits)
                .move(R8, CaptureMaps.LONGEST_RECORD)
                .place(fits);
        // The event is made in R9 as everywhere, so the counters wait on the stack.
        int counters = CaptureCode.FREE - Long.BYTES;
        code.store(Width.DOUBLE, R10, counters, R9)
                .move(R1, 0);
        capture.lookup(CaptureMaps.SCRATCH, R1);
        code.move(R9, R0)
                .move(R1, R9).alu(AluOperation.ADD, R1, RECORD)
                .move(R2, R8)
                .move(R3, R6)
                .call(Helper.PROBE_READ_KERNEL);
        capture.header(R7);
        code.store(WORD, R9, EventHeader.RECORD_LENGTH, R8)
                .move(R2, R9)
                .move(R3, R8).alu(AluOperation.ADD, R3, RECORD)
                .load(Width.DOUBLE, R9, R10, counters);
        capture.output();
    }
}
