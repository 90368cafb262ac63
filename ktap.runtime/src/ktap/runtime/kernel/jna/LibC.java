package ktap.runtime.kernel.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of the C library that everything here goes through. After a call that failed, {@link
 * Native#getLastError} has errno; JNA keeps it for each thread.
 */
final class LibC {
    static {
        // The library is in this process already; asking for it by name would search the file system.
        Native.register(LibC.class, NativeLibrary.getProcess());
    }

    private LibC() {
    }

    /** syscall(2). The C function takes as many arguments as the call has; more do no harm. */
    static native long syscall(long number, long a, long b, long c, long d, long e, long f);

    /** getpagesize(2), in bytes. */
    static native int getpagesize();
}
