package ktap.runtime.kernel.jna;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

import ktap.runtime.kernel.Architecture;

/**
 * The system calls of this machine, as Java methods. A negative result is the negated error number, as in the kernel.
 */
final class SystemCalls {
    private static final int O_CLOEXEC = 0x80000;
    private static final int MEMBARRIER_CMD_GLOBAL = 1;

    private final SyscallNumbers numbers;

    SystemCalls(Architecture architecture) {
        this.numbers = SyscallNumbers.of(architecture);
    }

    int bpf(BpfCommand command, Memory attributes) {
        return (int) call(numbers.bpf(), command.number(), Pointer.nativeValue(attributes), attributes.size());
    }

    /** perf_event_open(2). */
    int perfEventOpen(Memory attributes, int pid, int cpu, long flags) {
        return (int) call(numbers.perfEventOpen(), Pointer.nativeValue(attributes), pid, cpu, -1, flags, 0);
    }

    int ioctl(int descriptor, long request, long argument) {
        return (int) call(numbers.ioctl(), descriptor, request, argument);
    }

    int close(int descriptor) {
        return (int) call(numbers.close(), descriptor, 0, 0);
    }

    /** mmap(2) of a file, shared. @return the address, or a negated error number */
    long mapShared(int descriptor, long length, int protection, long offset) {
        int shared = 1;
        return call(numbers.mmap(), 0, length, protection, shared, descriptor, offset);
    }

    int unmap(long address, long length) {
        return (int) call(numbers.munmap(), address, length, 0);
    }

    /** write(2) of one byte. */
    int writeByte(int descriptor, byte value) {
        try (Memory memory = new Memory(1)) {
            memory.setByte(0, value);
            return (int) call(numbers.write(), descriptor, Pointer.nativeValue(memory), 1);
        }
    }

    /** pipe2(2), closed on exec. @param ends receives the reading and the writing end */
    int pipe(int[] ends) {
        try (Memory memory = new Memory(2L * Integer.BYTES)) {
            int result = (int) call(numbers.pipe2(), Pointer.nativeValue(memory), O_CLOEXEC, 0);
            ends[0] = memory.getInt(0);
            ends[1] = memory.getInt(Integer.BYTES);
            return result;
        }
    }

    /** mount(2) of a file system without a device. */
    int mount(String type, String directory, long flags) {
        try (Memory typeName = cString(type); Memory target = cString(directory)) {
            return (int) call(numbers.mount(), Pointer.nativeValue(typeName), Pointer.nativeValue(target),
                    Pointer.nativeValue(typeName), flags, 0, 0);
        }
    }

    /** membarrier(2) over all processes: returns after every CPU has left whatever it did in the kernel. */
    int barrier() {
        return (int) call(numbers.membarrier(), MEMBARRIER_CMD_GLOBAL, 0, 0);
    }

    static Memory cString(String text) {
        byte[] bytes = Native.toByteArray(text, "UTF-8");
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    private static long call(int number, long a, long b, long c) {
        return call(number, a, b, c, 0, 0, 0);
    }

    private static long call(int number, long a, long b, long c, long d, long e, long f) {
        long result = LibC.syscall(number, a, b, c, d, e, f);
        return result == -1 ? -Native.getLastError() : result;
    }
}
