package ktap.runtime.bpf;

import java.util.Objects;

import ktap.runtime.bpf.asm.BpfCode;

/**
 * A program to be loaded. It holds no descriptor: the maps that its code names are given when it is loaded.
 *
 * @param name at most 15 characters reach the kernel
 */
public record ProgramSpec(String name, ProgramType type, BpfCode code) {

    /**
     * The license that programs declare to the kernel, which lets only GPL-compatible ones call the helpers that read
     * kernel memory. The programs that ktap makes are available under it.
     */
    public static final String LICENSE = "Dual MIT/GPL";

    public ProgramSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(code);
    }
}
