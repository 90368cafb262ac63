package ktap.runtime.kernel.jna;

import com.sun.jna.Memory;

import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.kernel.KernelProgram;
import ktap.runtime.kernel.ProgramInfo;
import ktap.runtime.report.TargetException;

/** A program in this machine's kernel. */
final class JnaProgram implements KernelProgram {
    /** Offsets in struct bpf_prog_info of linux/bpf.h. */
    private static final int INFO_SIZE = 232;
    private static final int INFO_ID = 4;
    private static final int INFO_TRANSLATED_LENGTH = 20;
    private static final int INFO_RECURSION_MISSES = 208;
    private static final int INSTRUCTION_SIZE = 8;

    private final SystemCalls calls;
    private final ProgramSpec spec;
    private final Descriptor descriptor;

    JnaProgram(SystemCalls calls, ProgramSpec spec, Descriptor descriptor) {
        this.calls = calls;
        this.spec = spec;
        this.descriptor = descriptor;
    }

    Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public ProgramSpec spec() {
        return spec;
    }

    @Override
    public ProgramInfo info() throws TargetException {
        try (Memory info = new Memory(INFO_SIZE); Attributes attributes = Attributes.forBpf()) {
            info.clear();
            attributes.u32(0, descriptor.number()).u32(4, INFO_SIZE).address(8, info);
            int result = calls.bpf(BpfCommand.OBJ_GET_INFO_BY_FD, attributes.memory());
            if (result < 0) {
                throw Failures.of("describe the program " + spec.name(), -result);
            }
            return new ProgramInfo(info.getInt(INFO_ID), info.getInt(INFO_TRANSLATED_LENGTH) / INSTRUCTION_SIZE,
                    info.getLong(INFO_RECURSION_MISSES));
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
