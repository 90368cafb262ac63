package ktap.runtime.bpf;

import static ktap.runtime.bpf.asm.Register.R0;
import static ktap.runtime.bpf.asm.Register.R1;
import static ktap.runtime.bpf.asm.Register.R10;
import static ktap.runtime.bpf.asm.Register.R2;
import static ktap.runtime.bpf.asm.Register.R3;
import static ktap.runtime.bpf.asm.Register.R9;
import static ktap.runtime.bpf.asm.Width.DOUBLE;
import static ktap.runtime.bpf.asm.Width.WORD;

import ktap.runtime.bpf.asm.AluOperation;
import ktap.runtime.bpf.asm.BpfAssembler;
import ktap.runtime.bpf.asm.BpfAssembler.Label;
import ktap.runtime.bpf.asm.Condition;
import ktap.runtime.bpf.asm.Helper;
import ktap.runtime.bpf.asm.Register;

/**
 * The pieces that all capture programs are made of. Registers between pieces: R6 the context, R7 free, R8 free, R9
 * first the control block, then the event's counters, then the place of the event in the ring buffer. Stack: see the
 * constants.
 */
final class CaptureCode {
    /** u64: process and thread id, as the kernel gives them. */
    static final int PID_TGID = -8;
    /** u32: the key of a map. */
    static final int KEY = -12;
    /** u32: a word read from kernel memory. */
    static final int WORD_READ = -16;
    /** The highest address of the part of the stack that pieces do not use. */
    static final int FREE = -16;

    private static final int NO_WAKEUP = 1;

    private final BpfAssembler code;
    private final Label out;
    private final Label lost;

    CaptureCode(BpfAssembler code) {
        this.code = code;
        this.out = code.label();
        this.lost = code.label();
    }

    BpfAssembler code() {
        return code;
    }

    /** Where a program goes that has nothing to do. */
    Label out() {
        return out;
    }

    /** Loads the control block into R9 and leaves unless capture is enabled. */
    void leaveUnlessEnabled() {
        code.loadMapValue(R9, CaptureMaps.CONTROL, 0)
                .load(WORD, R1, R9, ControlBlock.ENABLED)
                .jump(Condition.EQUAL, R1, 0, out);
    }

    /** Leaves if the CPU or the current process is not one to capture; saves the process's id. */
    void leaveUnlessWanted(boolean tracedOnly) {
        Label anyCpu = code.label();
        code.load(WORD, R1, R9, ControlBlock.CPU_PLUS_ONE)
                .jump(Condition.EQUAL, R1, 0, anyCpu)
                .call(Helper.GET_SMP_PROCESSOR_ID)
                .alu(AluOperation.ADD, R0, 1)
                .load(WORD, R1, R9, ControlBlock.CPU_PLUS_ONE)
                .jump(Condition.NOT_EQUAL, R0, R1, out)
                .place(anyCpu);
        code.call(Helper.GET_CURRENT_PID_TGID)
                .store(DOUBLE, R10, PID_TGID, R0)
                .alu(AluOperation.SHIFT_RIGHT, R0, Integer.SIZE)
                .load(WORD, R1, R9, ControlBlock.EXCLUDED_PID)
                .jump(Condition.EQUAL, R0, R1, out);
        if (tracedOnly) {
            lookup(CaptureMaps.TRACED, R0);
        }
    }

    /** Leaves if the current system call came through the kernel's 32-bit interface, whose numbers mean other calls. */
    void leaveIfCompat(TaskLayout layout) {
        layout.compat().ifPresent(flag -> {
            if (layout.typedCurrent()) {
                code.call(Helper.GET_CURRENT_TASK_BTF).load(WORD, R1, R0, flag.offset());
            } else {
                code.call(Helper.GET_CURRENT_TASK).move(R3, R0).alu(AluOperation.ADD, R3, flag.offset());
                readKernel(WORD_READ, Integer.BYTES);
                code.load(WORD, R1, R10, WORD_READ);
            }
            code.jump(Condition.ANY_BIT, R1, flag.mask(), out);
        });
    }

    /** R0 = the element of a map whose 32-bit key is in a register; leaves if there is none. */
    void lookup(String map, Register key) {
        code.store(WORD, R10, KEY, key)
                .move(R2, R10).alu(AluOperation.ADD, R2, KEY)
                .loadMap(R1, map)
                .call(Helper.MAP_LOOKUP_ELEM)
                .jump(Condition.EQUAL, R0, 0, out);
    }

    /** Counts one more occurrence of the event whose number is in the register; R9 = its counters. */
    void countFired(Register event) {
        lookup(CaptureMaps.COUNTERS, event);
        code.move(R9, R0)
                .load(DOUBLE, R1, R9, 0)
                .alu(AluOperation.ADD, R1, 1)
                .store(DOUBLE, R9, 0, R1);
    }

    /**
     * R9 = room in the ring buffer for a record of that length and its header; counts the event as lost if there is
     * none.
     */
    void reserve(int recordLength) {
        code.loadMap(R1, CaptureMaps.EVENTS)
                .move(R2, EventHeader.SIZE + recordLength)
                .move(R3, 0)
                .call(Helper.RINGBUF_RESERVE)
                .jump(Condition.EQUAL, R0, 0, lost)
                .move(R9, R0);
    }

    /** Writes the header at R9, but for the record's length, and the record's own header behind it. */
    void header(Register event) {
        code.store(WORD, R9, EventHeader.EVENT, event)
                .call(Helper.GET_SMP_PROCESSOR_ID)
                .store(WORD, R9, EventHeader.CPU, R0)
                .call(Helper.KTIME_GET_NS)
                .store(DOUBLE, R9, EventHeader.TIME, R0)
                .load(DOUBLE, R1, R10, PID_TGID)
                .store(DOUBLE, R9, EventHeader.TID, R1)
                .store(WORD, R9, EventHeader.SIZE + RecordHeader.TYPE, 0)
                .store(WORD, R9, EventHeader.SIZE + RecordHeader.PID, R1)
                .call(Helper.GET_CURRENT_UID_GID)
                .store(WORD, R9, EventHeader.UID, R0)
                .move(R1, R9).alu(AluOperation.ADD, R1, EventHeader.COMM)
                .move(R2, EventHeader.COMM_LENGTH)
                .call(Helper.GET_CURRENT_COMM);
    }

    /** Reads kernel memory at R3 to the stack. */
    void readKernel(int stackOffset, int length) {
        code.move(R1, R10).alu(AluOperation.ADD, R1, stackOffset)
                .move(R2, length)
                .call(Helper.PROBE_READ_KERNEL);
    }

    /** Hands the event at R9 over, without waking the reader, which polls. */
    void submit() {
        code.move(R1, R9).move(R2, NO_WAKEUP).call(Helper.RINGBUF_SUBMIT);
    }

    /**
     * Hands over a copy of the bytes at R2 whose number is in R3; if there is no room, counts at R9 the event as
     * lost.
     */
    void output() {
        code.loadMap(R1, CaptureMaps.EVENTS)
                .move(Register.R4, NO_WAKEUP)
                .call(Helper.RINGBUF_OUTPUT)
                .jump(Condition.NOT_EQUAL, R0, 0, lost);
    }

    /** Ends the program. */
    void end() {
        code.place(out).move(R0, 0).exit();
    }

    /** Ends the program, and counts lost events. */
    void endWithLoss() {
        end();
        code.place(lost)
                .load(DOUBLE, R1, R9, CaptureMaps.COUNTER_LOST)
                .alu(AluOperation.ADD, R1, 1)
                .store(DOUBLE, R9, CaptureMaps.COUNTER_LOST, R1)
                .jump(out);
    }
}
