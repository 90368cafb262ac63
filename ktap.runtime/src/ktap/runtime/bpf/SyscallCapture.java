package ktap.runtime.bpf;

import static ktap.runtime.bpf.asm.Register.R0;
import static ktap.runtime.bpf.asm.Register.R1;
import static ktap.runtime.bpf.asm.Register.R10;
import static ktap.runtime.bpf.asm.Register.R3;
import static ktap.runtime.bpf.asm.Register.R6;
import static ktap.runtime.bpf.asm.Register.R7;
import static ktap.runtime.bpf.asm.Register.R8;
import static ktap.runtime.bpf.asm.Register.R9;
import static ktap.runtime.bpf.asm.Width.DOUBLE;
import static ktap.runtime.bpf.asm.Width.WORD;

import ktap.runtime.bpf.asm.AluOperation;
import ktap.runtime.bpf.asm.BpfAssembler;
import ktap.runtime.bpf.asm.Condition;
import ktap.runtime.bpf.asm.Register;

/**
 * Captures system calls: one program at the beginning of all calls and one at their end, instead of one for each call.
 * The records are laid out as those of the classic tracepoints {@code syscalls:*}, so one decoder serves both. As for
 * those, calls through the kernel's 32-bit interface do not count.
 *
 * @param registers where the architecture keeps numbers and arguments
 * @param layout where the kernel keeps what it knows of a thread
 * @param tracedOnly whether only traced processes are captured
 */
public record SyscallCapture(SyscallRegisters registers, TaskLayout layout, boolean tracedOnly) {
    /** The tracepoint at the beginning of system calls; its arguments are the saved registers and the call's number. */
    public static final String ENTER_TRACEPOINT = "sys_enter";
    /** The tracepoint at the end of system calls; its arguments are the saved registers and the result. */
    public static final String EXIT_TRACEPOINT = "sys_exit";

    private static final int CONTEXT_REGISTERS = 0;
    private static final int CONTEXT_SECOND = 8;
    private static final int RECORD = EventHeader.SIZE;
    private static final int ENTER_LENGTH =
            RecordHeader.SYSCALL_ARGUMENTS + Long.BYTES * SyscallRegisters.MOST_ARGUMENTS;
    private static final int EXIT_LENGTH = RecordHeader.SYSCALL_ARGUMENTS + Long.BYTES;

    /** The program for the beginning of calls. */
    public ProgramSpec enter() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        code.move(R6, R1);
        capture.leaveUnlessEnabled();
        code.load(DOUBLE, R8, R6, CONTEXT_SECOND);
        selectAndReserve(capture, CaptureMaps.SYSCALL_ENTER, ENTER_LENGTH);
        code.load(DOUBLE, R3, R6, CONTEXT_REGISTERS).alu(AluOperation.ADD, R3, registers.first());
        int saved = CaptureCode.FREE - registers.span();
        capture.readKernel(saved, registers.span());
        int argument = RECORD + RecordHeader.SYSCALL_ARGUMENTS;
        for (int offset : registers.arguments()) {
            code.load(DOUBLE, R1, R10, saved + offset - registers.first()).store(DOUBLE, R9, argument, R1);
            argument += Long.BYTES;
        }
        capture.submit();
        capture.endWithLoss();
        return new ProgramSpec("ktap_sys_enter", ProgramType.RAW_TRACEPOINT, code.toCode());
    }

    /** The program for the end of calls. */
    public ProgramSpec exit() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        code.move(R6, R1);
        capture.leaveUnlessEnabled();
        code.load(DOUBLE, R3, R6, CONTEXT_REGISTERS).alu(AluOperation.ADD, R3, registers.number());
        capture.readKernel(CaptureCode.WORD_READ, Integer.BYTES);
        code.load(WORD, R8, R10, CaptureCode.WORD_READ);
        selectAndReserve(capture, CaptureMaps.SYSCALL_EXIT, EXIT_LENGTH);
        code.load(DOUBLE, R1, R6, CONTEXT_SECOND)
                .store(DOUBLE, R9, RECORD + RecordHeader.SYSCALL_ARGUMENTS, R1);
        capture.submit();
        capture.endWithLoss();
        return new ProgramSpec("ktap_sys_exit", ProgramType.RAW_TRACEPOINT, code.toCode());
    }

    /** From the call's number in R8 to an event at R9 that lacks only arguments or result. */
    private void selectAndReserve(CaptureCode capture, String selection, int recordLength) {
        BpfAssembler code = capture.code();
        Register event = R7;
        capture.lookup(selection, R8);
        code.load(WORD, event, R0, 0)
                .jump(Condition.EQUAL, event, 0, capture.out())
                .alu(AluOperation.SUBTRACT, event, 1);
        capture.leaveUnlessWanted(tracedOnly);
        capture.leaveIfCompat(layout);
        capture.countFired(event);
        capture.reserve(recordLength);
        capture.header(event);
        code.store(WORD, R9, EventHeader.RECORD_LENGTH, recordLength)
                .store(WORD, R9, RECORD + RecordHeader.SYSCALL_NUMBER, R8)
                .store(WORD, R9, RECORD + RecordHeader.SYSCALL_NUMBER + Integer.BYTES, 0);
    }
}
