/** Tests of ktap's programs for the kernel. */
package ktap.runtime.bpf.tests;
