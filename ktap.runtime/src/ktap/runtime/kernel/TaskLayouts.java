package ktap.runtime.kernel;

import java.util.Optional;

import ktap.runtime.bpf.TaskLayout;
import ktap.runtime.bpf.TaskLayout.CompatFlag;
import ktap.runtime.report.TargetException;

/** Finds in a kernel's type information what programs need to know of its threads. */
public final class TaskLayouts {
    private static final String TASK = "task_struct";
    /** TS_COMPAT of arch/x86/include/asm/thread_info.h. */
    private static final int X86_TS_COMPAT = 0x2;
    /** TIF_32BIT of arch/arm64/include/asm/thread_info.h is bit 22. */
    private static final int ARM64_TIF_32BIT = 1 << 22;
    /** TIF_32BIT of arch/riscv/include/asm/thread_info.h is bit 11. */
    private static final int RISCV_TIF_32BIT = 1 << 11;

    private TaskLayouts() {
    }

    public static TaskLayout of(Kernel kernel) throws TargetException {
        KernelIdentity identity = kernel.identity();
        Btf btf = kernel.btf();
        CompatFlag compat = switch (identity.architecture()) {
            case X86_64 -> new CompatFlag(btf.memberOffset(TASK, "thread_info.status"), X86_TS_COMPAT);
            case AARCH64 -> new CompatFlag(btf.memberOffset(TASK, "thread_info.flags"), ARM64_TIF_32BIT);
            case RISCV64 -> new CompatFlag(btf.memberOffset(TASK, "thread_info.flags"), RISCV_TIF_32BIT);
        };
        return new TaskLayout(btf.memberOffset(TASK, "tgid"), btf.memberOffset(TASK, "signal"),
                btf.memberOffset("signal_struct", "live"), Optional.of(compat), identity.isAtLeast(5, 11));
    }
}
