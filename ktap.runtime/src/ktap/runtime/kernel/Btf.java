package ktap.runtime.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import ktap.runtime.report.FeatureMissingException;

/**
 * Reads from the kernel's type information (BTF, Documentation/bpf/btf.rst) where the members of its structures are. It
 * goes through the types only as far as it must and keeps no more than where each begins. Safe for use by several
 * threads.
 */
public final class Btf {
    private static final int MAGIC = 0xeb9f;
    private static final int HEADER_LENGTH = 24;
    private static final int TYPE_LENGTH = 12;
    private static final int MEMBER_LENGTH = 12;
    private static final int DEEPEST_NESTING = 16;
    private static final int KIND_INT = 1;
    private static final int KIND_ARRAY = 3;
    private static final int KIND_STRUCT = 4;
    private static final int KIND_UNION = 5;
    private static final int KIND_ENUM = 6;
    private static final int KIND_FUNC_PROTO = 13;
    private static final int KIND_VAR = 14;
    private static final int KIND_DATASEC = 15;
    private static final int KIND_DECL_TAG = 17;
    private static final int KIND_ENUM64 = 19;

    private final ByteBuffer types;
    private final ByteBuffer strings;
    /** Where the types of ids 1 and on begin; the last entry is where the next one begins. */
    private int[] starts = new int[1024];
    private int known;

    private Btf(ByteBuffer types, ByteBuffer strings) {
        this.types = types;
        this.strings = strings;
    }

    /**
     * @param bytes the contents of {@code /sys/kernel/btf/vmlinux}; must not change afterwards
     * @throws FeatureMissingException if these are no type information
     */
    public static Btf of(byte[] bytes) throws FeatureMissingException {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER_LENGTH) {
            throw malformed("it is too short");
        }
        if ((all.getShort(0) & 0xffff) != MAGIC) {
            throw malformed("it does not begin as such");
        }
        int header = all.getInt(4);
        return new Btf(section(all, header, all.getInt(8), all.getInt(12)),
                section(all, header, all.getInt(16), all.getInt(20)));
    }

    /**
     * The offset in bytes of a structure's member. Members of unnamed structures and unions inside it count as its own.
     *
     * @param path the member's name, or names joined by dots for members of members that are structures themselves
     * @throws FeatureMissingException if the kernel has no such structure or member, or the member is a bit field
     */
    public synchronized int memberOffset(String structure, String path) throws FeatureMissingException {
        try {
            int type = findStructure(structure.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (String name : path.split("\\.")) {
                Member member = type == 0 ? null : findMember(type, name.getBytes(StandardCharsets.UTF_8), 0);
                if (member == null) {
                    throw new FeatureMissingException("This kernel has no member " + path + " of struct " + structure,
                            "This version of ktap does not know this kernel; please report it with `uname -r`");
                }
                bits += member.bits;
                type = member.type;
            }
            if (bits % Byte.SIZE != 0 || bits > Short.MAX_VALUE * (long) Byte.SIZE) {
                throw malformed("the member " + path + " of struct " + structure + " is at bit " + bits);
            }
            return (int) (bits / Byte.SIZE);
        } catch (IndexOutOfBoundsException e) {
            throw malformed("it points outside itself");
        }
    }

    private record Member(long bits, int type) {
    }

    private int findStructure(byte[] name) throws FeatureMissingException {
        for (int id = 1; start(id) >= 0; id++) {
            int at = start(id);
            if (kind(at) == KIND_STRUCT && isNamed(types.getInt(at), name)) {
                return id;
            }
        }
        return 0;
    }

    private Member findMember(int id, byte[] name, int depth) throws FeatureMissingException {
        int at = start(id);
        if (at < 0 || depth > DEEPEST_NESTING || kind(at) != KIND_STRUCT && kind(at) != KIND_UNION) {
            return null;
        }
        boolean bitFields = types.getInt(at + 4) < 0;
        int count = types.getInt(at + 4) & 0xffff;
        for (int i = 0; i < count; i++) {
            int member = at + TYPE_LENGTH + i * MEMBER_LENGTH;
            int nameOffset = types.getInt(member);
            int type = types.getInt(member + 4);
            long bits = types.getInt(member + 8) & (bitFields ? 0xffffffL : 0xffffffffL);
            if (isNamed(nameOffset, name)) {
                return new Member(bits, type);
            }
            if (nameOffset == 0) {
                Member inner = findMember(type, name, depth + 1);
                if (inner != null) {
                    return new Member(bits + inner.bits, inner.type);
                }
            }
        }
        return null;
    }

    /** Where the type of that id begins; -1 if there is none. */
    private int start(int id) throws FeatureMissingException {
        if (id <= 0) {
            return -1;
        }
        while (known < id) {
            int at = known == 0 ? 0 : starts[known] + length(starts[known]);
            if (at >= types.capacity()) {
                return -1;
            }
            known++;
            if (known == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[known] = at;
        }
        return starts[id];
    }

    private int length(int at) throws FeatureMissingException {
        int count = types.getInt(at + 4) & 0xffff;
        return TYPE_LENGTH + switch (kind(at)) {
            case KIND_INT, KIND_VAR, KIND_DECL_TAG -> 4;
            case KIND_ARRAY -> 12;
            case KIND_STRUCT, KIND_UNION -> MEMBER_LENGTH * count;
            case KIND_ENUM, KIND_FUNC_PROTO -> 8 * count;
            case KIND_DATASEC, KIND_ENUM64 -> 12 * count;
            // Pointer, forward, typedef, volatile, const, restrict, function, float, type tag.
            case 2, 7, 8, 9, 10, 11, 12, 16, 18 -> 0;
            default -> throw malformed("it has types of the unknown kind " + kind(at));
        };
    }

    private int kind(int at) {
        return types.getInt(at + 4) >>> 24 & 0x1f;
    }

    private boolean isNamed(int offset, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (strings.get(offset + i) != name[i]) {
                return false;
            }
        }
        return strings.get(offset + name.length) == 0;
    }

    private static ByteBuffer section(ByteBuffer all, int header, int offset, int length)
            throws FeatureMissingException {
        long start = (long) header + offset;
        if (header < HEADER_LENGTH || offset < 0 || length < 0 || start + length > all.capacity()) {
            throw malformed("its sections are outside it");
        }
        return all.slice((int) start, length).order(all.order());
    }

    private static FeatureMissingException malformed(String why) {
        return new FeatureMissingException("The kernel's type information cannot be used: " + why,
                "ktap needs the type information of a kernel built with CONFIG_DEBUG_INFO_BTF=y");
    }
}
