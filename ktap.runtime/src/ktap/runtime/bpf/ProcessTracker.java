package ktap.runtime.bpf;

import static ktap.runtime.bpf.asm.Register.R0;
import static ktap.runtime.bpf.asm.Register.R1;
import static ktap.runtime.bpf.asm.Register.R10;
import static ktap.runtime.bpf.asm.Register.R2;
import static ktap.runtime.bpf.asm.Register.R3;
import static ktap.runtime.bpf.asm.Register.R4;
import static ktap.runtime.bpf.asm.Register.R6;
import static ktap.runtime.bpf.asm.Register.R7;
import static ktap.runtime.bpf.asm.Width.DOUBLE;
import static ktap.runtime.bpf.asm.Width.WORD;

import ktap.runtime.bpf.asm.AluOperation;
import ktap.runtime.bpf.asm.BpfAssembler;
import ktap.runtime.bpf.asm.Condition;
import ktap.runtime.bpf.asm.Helper;

/**
 * Keeps the set of traced processes: a pending process joins it when it executes a program, a child when its traced
 * parent makes it, and a process leaves it when its last thread exits. So it holds before the first instruction of what
 * joins.
 */
public record ProcessTracker(TaskLayout layout) {
    /** Arguments: the thread, the old thread id, the binary. */
    public static final String EXEC_TRACEPOINT = "sched_process_exec";
    /** Arguments: the parent, the child. */
    public static final String FORK_TRACEPOINT = "sched_process_fork";
    /** Argument: the thread. */
    public static final String EXIT_TRACEPOINT = "sched_process_exit";

    private static final int FIRST_ARGUMENT = 0;
    private static final int SECOND_ARGUMENT = 8;
    private static final int MEMBER_VALUE = CaptureCode.FREE - 4;
    private static final int POINTER = CaptureCode.FREE - 8;

    /** The program for {@link #EXEC_TRACEPOINT}: moves a pending process to the traced ones. */
    public ProgramSpec exec() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        lookupCurrent(capture, CaptureMaps.PENDING);
        code.move(R2, R10).alu(AluOperation.ADD, R2, CaptureCode.KEY)
                .loadMap(R1, CaptureMaps.PENDING)
                .call(Helper.MAP_DELETE_ELEM);
        join(capture, CaptureCode.KEY);
        capture.end();
        return new ProgramSpec("ktap_exec", ProgramType.RAW_TRACEPOINT, code.toCode());
    }

    /** The program for {@link #FORK_TRACEPOINT}: a traced process's child is traced. */
    public ProgramSpec fork() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        code.move(R6, R1);
        lookupCurrent(capture, CaptureMaps.TRACED);
        code.load(DOUBLE, R3, R6, SECOND_ARGUMENT).alu(AluOperation.ADD, R3, layout.tgid());
        capture.readKernel(CaptureCode.WORD_READ, Integer.BYTES);
        // A new thread of the same process changes nothing.
        code.load(WORD, R1, R10, CaptureCode.WORD_READ)
                .load(WORD, R2, R10, CaptureCode.KEY)
                .jump(Condition.EQUAL, R1, R2, capture.out());
        join(capture, CaptureCode.WORD_READ);
        capture.end();
        return new ProgramSpec("ktap_fork", ProgramType.RAW_TRACEPOINT, code.toCode());
    }

    /** The program for {@link #EXIT_TRACEPOINT}: a process without threads leaves. */
    public ProgramSpec exit() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        code.move(R6, R1);
        lookupCurrent(capture, CaptureMaps.TRACED);
        code.load(DOUBLE, R3, R6, FIRST_ARGUMENT).alu(AluOperation.ADD, R3, layout.signal());
        capture.readKernel(POINTER, Long.BYTES);
        code.load(DOUBLE, R3, R10, POINTER).alu(AluOperation.ADD, R3, layout.live());
        capture.readKernel(CaptureCode.WORD_READ, Integer.BYTES);
        code.load(WORD, R1, R10, CaptureCode.WORD_READ)
                .jump(Condition.NOT_EQUAL, R1, 0, capture.out())
                .move(R2, R10).alu(AluOperation.ADD, R2, CaptureCode.KEY)
                .loadMap(R1, CaptureMaps.TRACED)
                .call(Helper.MAP_DELETE_ELEM);
        capture.end();
        return new ProgramSpec("ktap_exit", ProgramType.RAW_TRACEPOINT, code.toCode());
    }

    /** Leaves unless the current process is in the map; its id stays in the key. */
    private static void lookupCurrent(CaptureCode capture, String map) {
        capture.code().call(Helper.GET_CURRENT_PID_TGID).alu(AluOperation.SHIFT_RIGHT, R0, Integer.SIZE);
        capture.lookup(map, R0);
    }

    /** Adds the process whose id is on the stack to the traced ones, or counts that there was no room. */
    private static void join(CaptureCode capture, int key) {
        capture.code()
                .store(WORD, R10, MEMBER_VALUE, 1)
                .move(R2, R10).alu(AluOperation.ADD, R2, key)
                .move(R3, R10).alu(AluOperation.ADD, R3, MEMBER_VALUE)
                .move(R4, 0)
                .loadMap(R1, CaptureMaps.TRACED)
                .call(Helper.MAP_UPDATE_ELEM)
                .jump(Condition.EQUAL, R0, 0, capture.out())
                .loadMapValue(R7, CaptureMaps.CONTROL, ControlBlock.UNTRACKED)
                .move(R1, 1)
                .atomicAdd(DOUBLE, R7, 0, R1);
    }
}
