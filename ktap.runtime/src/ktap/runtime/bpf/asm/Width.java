package ktap.runtime.bpf.asm;

/** The size of a memory access (linux/bpf_common.h: BPF_B, BPF_H, BPF_W; linux/bpf.h: BPF_DW). */
public enum Width {
    BYTE(1, 0x10, "u8"), HALF(2, 0x08, "u16"), WORD(4, 0x00, "u32"), DOUBLE(8, 0x18, "u64");

    private final int bytes;
    private final int code;
    private final String text;

    Width(int bytes, int code, String text) {
        this.bytes = bytes;
        this.code = code;
        this.text = text;
    }

    public int bytes() {
        return bytes;
    }

    int code() {
        return code;
    }

    @Override
    public String toString() {
        return text;
    }
}
