package ktap.runtime.kernel;

/**
 * What the kernel says about a loaded program (struct bpf_prog_info of linux/bpf.h).
 *
 * @param id the kernel's number of the program, as other tools show it
 * @param instructions after verification
 * @param recursionMisses how often the kernel did not run it because it was running on that CPU already; 0 on kernels
 *            before 5.12, which do not count
 */
public record ProgramInfo(int id, int instructions, long recursionMisses) {
}
