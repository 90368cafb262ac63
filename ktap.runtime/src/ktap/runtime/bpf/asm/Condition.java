package ktap.runtime.bpf.asm;

/** The condition of a jump (linux/bpf_common.h and linux/bpf.h); comparisons are unsigned unless the name says else. */
public enum Condition {
    EQUAL(0x10, "=="), GREATER(0x20, ">"), GREATER_EQUAL(0x30, ">="), ANY_BIT(0x40, "&"), NOT_EQUAL(0x50, "!="),
    GREATER_SIGNED(0x60, "s>"), GREATER_EQUAL_SIGNED(0x70, "s>="), LESS(0xa0, "<"), LESS_EQUAL(0xb0, "<="),
    LESS_SIGNED(0xc0, "s<"), LESS_EQUAL_SIGNED(0xd0, "s<=");

    private final int code;
    private final String text;

    Condition(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    @Override
    public String toString() {
        return text;
    }
}
