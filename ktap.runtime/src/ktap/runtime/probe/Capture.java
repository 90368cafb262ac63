package ktap.runtime.probe;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

import ktap.runtime.bpf.CaptureMaps;
import ktap.runtime.bpf.ControlBlock;
import ktap.runtime.kernel.EventRing;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.KernelMap;
import ktap.runtime.kernel.KernelProgram;
import ktap.runtime.report.TargetException;
import ktap.runtime.target.NoSuchProcessException;

/**
 * A plan at work: everything that it takes is attached, but nothing is captured until it is {@linkplain #enable()
 * enabled}. One thread drains; the other methods may be called from any thread. After {@link #disable()} and a drain
 * that found nothing, {@code fired == delivered + lost} holds for every event.
 */
public final class Capture implements AutoCloseable {
    private final CaptureKernel inKernel;
    private final List<EventDescriptor> events;
    private final EventRing ring;
    private final CapturedEvent event;
    private final OptionalInt cpu;
    /** Written by the draining thread only. */
    private final long[] delivered;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Capture(CaptureKernel inKernel, ProbePlan plan, EventRing ring, OptionalInt cpu) {
        this.inKernel = inKernel;
        this.events = plan.events();
        this.ring = ring;
        this.cpu = cpu;
        this.event = new CapturedEvent(events);
        this.delivered = new long[events.size()];
    }

    /**
     * Makes maps and programs and attaches them. If anything fails, nothing is left in the kernel.
     *
     * @param plan asks for at least one event
     */
    public static Capture attach(Kernel kernel, ProbePlan plan, CaptureOptions options) throws TargetException {
        if (plan.isEmpty()) {
            throw new IllegalArgumentException("A plan without events captures nothing");
        }
        CaptureKernel inKernel = new CaptureKernel(kernel, options.tracedOnly());
        EventRing ring = null;
        boolean done = false;
        try {
            inKernel.createMaps(plan, options.ringBytes());
            ring = kernel.openRing(inKernel.map(CaptureMaps.EVENTS));
            inKernel.attach(plan);
            done = true;
            return new Capture(inKernel, plan, ring, options.cpu());
        } finally {
            if (!done) {
                inKernel.close();
                if (ring != null) {
                    ring.close();
                }
            }
        }
    }

    /** Captures from now on, in all probes at the same instant. */
    public void enable() throws TargetException {
        setEnabled(true);
    }

    /**
     * Captures no more, in all probes from the same instant. When this returns, every event is in the ring buffer that
     * will ever be.
     */
    public void disable() throws TargetException {
        setEnabled(false);
        inKernel.kernel().settle();
    }

    private void setEnabled(boolean enabled) throws TargetException {
        KernelMap control = inKernel.map(CaptureMaps.CONTROL);
        int self = inKernel.kernel().identity().ownPid();
        ControlBlock block = new ControlBlock(enabled, self, untracked(), cpu);
        control.update(inKernel.word(0), block.toValue(inKernel.kernel().identity().byteOrder()));
    }

    /** Captures the process of this id, and its children that it makes from now on. */
    public void trace(int pid) throws TargetException {
        KernelMap traced = inKernel.map(CaptureMaps.TRACED);
        traced.update(inKernel.word(pid), inKernel.word(1));
        if (!inKernel.kernel().hasProcess(pid)) {
            traced.delete(inKernel.word(pid));
            throw new NoSuchProcessException(pid);
        }
    }

    /** Captures the process of this id, and its children, from the moment when it next executes a program. */
    public void traceFromExec(int pid) throws TargetException {
        inKernel.map(CaptureMaps.PENDING).update(inKernel.word(pid), inKernel.word(1));
    }

    /** Whether the process is traced now: not before its exec if it is pending, and not after its last thread's end. */
    public boolean isTraced(int pid) throws TargetException {
        return inKernel.map(CaptureMaps.TRACED).lookup(inKernel.word(pid)).isPresent();
    }

    /** How many processes should have become traced, but were not as too many are. Their events are in no count. */
    public long untracked() throws TargetException {
        return inKernel.map(CaptureMaps.CONTROL).lookup(inKernel.word(0))
                .map(ControlBlock::read).map(ControlBlock::untracked).orElse(0L);
    }

    /**
     * Hands over the events that are there, in the order in which they happened, without waiting. An event counts as
     * delivered when it is handed over, even if the consumer throws.
     *
     * @param limit the highest number of events to hand over
     * @return how many were handed over
     */
    public int drain(EventConsumer consumer, int limit) {
        return ring.drain((buffer, offset, length) -> {
            event.moveTo(buffer, offset, length);
            delivered[event.descriptor().id()]++;
            consumer.accept(event);
        }, limit);
    }

    /** The bytes that wait in the ring buffer. */
    public long pendingBytes() {
        return ring.pendingBytes();
    }

    /** What became of each event's occurrences so far, in the order of the plan. Not to be called after closing. */
    public Map<EventDescriptor, Loss> counts() throws TargetException {
        Map<EventDescriptor, Loss> counts = new LinkedHashMap<>();
        for (EventDescriptor descriptor : events) {
            long fired = 0;
            long lost = 0;
            for (ByteBuffer cpu : inKernel.map(CaptureMaps.COUNTERS).lookupPerCpu(inKernel.word(descriptor.id()))) {
                fired += cpu.getLong(0);
                lost += cpu.getLong(CaptureMaps.COUNTER_LOST);
            }
            counts.put(descriptor, new Loss(fired, delivered[descriptor.id()], lost));
        }
        return counts;
    }

    /**
     * How often the kernel did not run a program since it was running on that CPU already, as for an event in an
     * interrupt during the same event. These occurrences are in no other count.
     */
    public long skipped() throws TargetException {
        long skipped = 0;
        for (KernelProgram program : inKernel.programs()) {
            skipped += program.info().recursionMisses();
        }
        return skipped;
    }

    /** Detaches and gives everything back. Closing twice does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            inKernel.close();
            ring.close();
        }
    }
}
