package ktap.runtime.kernel.jna;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.sun.jna.Memory;

import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.bpf.VerifierRejected;
import ktap.runtime.bpf.asm.BpfEncoder;
import ktap.runtime.kernel.KernelMap;
import ktap.runtime.report.TargetException;

/** Hands a program to the verifier: without a log first, and again for the log if it was refused. */
final class ProgramLoader {
    private static final int FIRST_LOG_SIZE = 256 << 10;
    private static final int LARGEST_LOG_SIZE = 64 << 20;
    private static final int INSTRUCTION_SIZE = 8;

    private final SystemCalls calls;

    ProgramLoader(SystemCalls calls) {
        this.calls = calls;
    }

    /** @return a new file descriptor */
    int load(ProgramSpec spec, Map<String, KernelMap> maps) throws TargetException {
        byte[] code = BpfEncoder.encode(spec.code(), descriptors(spec, maps)::get, ByteOrder.nativeOrder());
        try (Memory instructions = new Memory(code.length);
                Memory license = SystemCalls.cString(ProgramSpec.LICENSE);
                Attributes attributes = Attributes.forBpf()) {
            instructions.write(0, code, 0, code.length);
            attributes.u32(0, spec.type().number()).u32(4, code.length / INSTRUCTION_SIZE)
                    .address(8, instructions).address(16, license).name(48, spec.name());
            int result = calls.bpf(BpfCommand.PROG_LOAD, attributes.memory());
            if (result >= 0) {
                return result;
            }
            throw refusal(spec, attributes, -result);
        }
    }

    private static Map<String, Integer> descriptors(ProgramSpec spec, Map<String, KernelMap> maps)
            throws TargetException {
        Map<String, Integer> descriptors = new HashMap<>();
        for (String name : spec.code().maps()) {
            if (!(maps.get(name) instanceof JnaMap map)) {
                throw new IllegalArgumentException("Program " + spec.name() + " lacks its map " + name);
            }
            descriptors.put(name, map.descriptor().number());
        }
        return descriptors;
    }

    private TargetException refusal(ProgramSpec spec, Attributes attributes, int error) {
        String log = log(attributes);
        // A kernel that forbids programs of this kind does so without a word of the verifier.
        if (log.isBlank() && error != Errno.EINVAL) {
            return Failures.of("load the program " + spec.name(), error);
        }
        return new VerifierRejected(spec.name(), log);
    }

    /** Loads again with ever more room, since a log that does not fit is an error of its own (ENOSPC). */
    private String log(Attributes attributes) {
        for (int size = FIRST_LOG_SIZE;; size *= 4) {
            try (Memory buffer = new Memory(size)) {
                buffer.setByte(0, (byte) 0);
                attributes.u32(24, 1).u32(28, size).address(32, buffer);
                int result = calls.bpf(BpfCommand.PROG_LOAD, attributes.memory());
                if (result >= 0) {
                    // It was refused a moment ago for a reason that has passed; the caller still gets that refusal.
                    calls.close(result);
                    return "";
                }
                if (result != -Errno.ENOSPC || size >= LARGEST_LOG_SIZE) {
                    return buffer.getString(0, StandardCharsets.ISO_8859_1.name());
                }
            }
        }
    }
}
