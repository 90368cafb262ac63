/** ktap's programs for the kernel: what they are, as pure values without descriptors, and the layouts they share. */
package ktap.runtime.bpf;
