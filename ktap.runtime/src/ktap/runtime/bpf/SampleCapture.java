package ktap.runtime.bpf;

import static ktap.runtime.bpf.asm.Register.R7;
import static ktap.runtime.bpf.asm.Register.R9;
import static ktap.runtime.bpf.asm.Width.WORD;

import ktap.runtime.bpf.asm.BpfAssembler;

/**
 * Captures which thread runs on a CPU when its clock strikes: records that are a header and nothing else.
 *
 * @param event the samples' number in the plan
 * @param tracedOnly whether only samples of traced processes are captured
 */
public record SampleCapture(int event, boolean tracedOnly) {

    public ProgramSpec program() {
        CaptureCode capture = new CaptureCode(new BpfAssembler());
        BpfAssembler code = capture.code();
        capture.leaveUnlessEnabled();
        capture.leaveUnlessWanted(tracedOnly);
        code.move(R7, event);
        capture.countFired(R7);
        capture.reserve(RecordHeader.SIZE);
        capture.header(R7);
        code.store(WORD, R9, EventHeader.RECORD_LENGTH, RecordHeader.SIZE);
        capture.submit();
        capture.endWithLoss();
        return new ProgramSpec("ktap_sample", ProgramType.PERF_EVENT, code.toCode());
    }
}
