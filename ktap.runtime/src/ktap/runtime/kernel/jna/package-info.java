/**
 * The kernel port for the machine that this process runs on, through JNA: system calls, mapped rings, tracefs,
 * processes.
 */
package ktap.runtime.kernel.jna;
