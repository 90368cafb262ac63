package ktap.runtime.kernel.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ktap.runtime.bpf.MapSpec;
import ktap.runtime.bpf.ProgramSpec;
import ktap.runtime.bpf.ProgramType;
import ktap.runtime.bpf.VerifierRejected;
import ktap.runtime.bpf.asm.BpfAssembler;
import ktap.runtime.bpf.asm.Register;
import ktap.runtime.bpf.asm.Width;
import ktap.runtime.kernel.EventRing;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.KernelMap;
import ktap.runtime.kernel.KernelProgram;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.report.FeatureMissingException;
import ktap.runtime.report.TargetException;

class JnaKernelTest {

    private static ByteBuffer word(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, value);
    }

    private static ProgramSpec nothing() {
        return new ProgramSpec("ktap_test", ProgramType.RAW_TRACEPOINT,
                new BpfAssembler().move(Register.R0, 0).exit().toCode());
    }

    @BeforeAll
    static void needTracing() throws IOException {
        Requirements.needTracing();
    }

    @Test
    void mapsKeepWhatIsPut() throws TargetException {
        try (Kernel kernel = JnaKernel.open()) {
            KernelMap map = kernel.create(MapSpec.hash("ktap_test", 4, 4, 16));
            map.update(word(1), word(10));
            map.updateAll(List.of(new KernelMap.Entry(word(2), word(20)), new KernelMap.Entry(word(3), word(30))));
            assertEquals(30, map.lookup(word(3)).orElseThrow().getInt(0));
            assertTrue(map.delete(word(2)));
            assertFalse(map.delete(word(2)));
            assertEquals(Optional.empty(), map.lookup(word(2)));
            KernelMap counters = kernel.create(MapSpec.perCpuArray("ktap_test", 4, 2));
            assertEquals(kernel.identity().possibleCpus(), counters.lookupPerCpu(word(1)).size());
            assertEquals(List.of(), counters.lookupPerCpu(word(9)));
            assertThrows(IllegalArgumentException.class, () -> map.update(ByteBuffer.allocate(3), word(1)));
        }
    }

    @Test
    void theVerifiersReasonIsTold() throws TargetException {
        ProgramSpec bad = new ProgramSpec("ktap_bad", ProgramType.RAW_TRACEPOINT,
                new BpfAssembler().load(Width.DOUBLE, Register.R0, Register.R3, 0).exit().toCode());
        try (Kernel kernel = JnaKernel.open()) {
            VerifierRejected e = assertThrows(VerifierRejected.class, () -> kernel.load(bad, Map.of()));
            assertEquals("The kernel refuses the program ktap_bad: R3 !read_ok", e.getMessage());
            assertTrue(e.log().contains("r0 = *(u64 *)(r3 +0)"), e.log());
            assertEquals(0, kernel.openHandles());
        }
    }

    @Test
    void closingLeavesNothing() throws TargetException, IOException {
        long before = KernelObjects.openDescriptors();
        Set<String> held;
        Kernel kernel = JnaKernel.open();
        Set<String> heldBefore = KernelObjects.held();
        KernelMap ring = kernel.create(MapSpec.ring("ktap_test", 65536));
        EventRing events = kernel.openRing(ring);
        KernelProgram program = kernel.load(nothing(), Map.of());
        kernel.attachRawTracepoint(program, "sched_process_fork");
        assertEquals(4, kernel.openHandles());
        assertTrue(program.info().id() > 0);
        held = KernelObjects.held();
        held.removeAll(heldBefore);
        assertTrue(held.size() >= 3, held.toString());
        kernel.close();
        kernel.close();
        assertEquals(0, kernel.openHandles());
        assertEquals(0, events.drain((buffer, offset, length) -> {
        }, 1));
        assertFalse(ring.isOpen());
        assertEquals("ktap.target.closed", assertThrows(TargetException.class, program::info).code());
        assertEquals(before, KernelObjects.openDescriptors());
        KernelObjects.assertGone(held);
    }

    @Test
    void anUnknownTracepointIsNamed() throws TargetException {
        try (Kernel kernel = JnaKernel.open()) {
            KernelProgram program = kernel.load(nothing(), Map.of());
            FeatureMissingException e = assertThrows(FeatureMissingException.class,
                    () -> kernel.attachRawTracepoint(program, "no_such_tracepoint"));
            assertTrue(e.getMessage().contains("no_such_tracepoint"), e.getMessage());
        }
    }

    @Test
    void filesOfTheTracingFileSystemAreRead() throws TargetException {
        try (Kernel kernel = JnaKernel.open()) {
            assertTrue(kernel.traceFs().read("available_events").contains("sched:sched_switch\n"));
            TargetException e = assertThrows(TargetException.class, () -> kernel.traceFs().read("events/no/such"));
            assertEquals("ktap.target.noSuchFile", e.code());
        }
    }

    @Test
    void theKernelKnowsItsProcesses() throws TargetException {
        try (Kernel kernel = JnaKernel.open()) {
            assertTrue(kernel.hasProcess(kernel.identity().ownPid()));
            assertFalse(kernel.hasProcess(Integer.MAX_VALUE));
            kernel.settle();
        }
    }
}
