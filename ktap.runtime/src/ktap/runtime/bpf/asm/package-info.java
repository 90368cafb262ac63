/** eBPF code as values: instructions, an assembler with labels, the kernel's encoding and a listing for people. */
package ktap.runtime.bpf.asm;
