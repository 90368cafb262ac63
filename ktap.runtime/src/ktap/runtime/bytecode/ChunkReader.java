package ktap.runtime.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the file form of a {@link Chunk}. The bytes may come from anywhere: whatever they are, the result is a chunk
 * or a {@link ChunkException}, and the memory used is in proportion to their number. What a chunk's code does is not
 * looked at here: that is the {@link ChunkVerifier}'s task. Writing a chunk that was read gives the same bytes.
 */
public final class ChunkReader {
    private final ByteSource in;

    private ChunkReader(ByteSource in) {
        this.in = in;
    }

    /** Reads a whole {@code .kpc} file. */
    public static Chunk read(byte[] file) throws ChunkException {
        if (file.length > ChunkLimits.FILE_BYTES) {
            throw ChunkException.atByte(0, file.length + " bytes, more than " + ChunkLimits.FILE_BYTES);
        }
        int end = file.length - ChunkFormat.CHECKSUM_BYTES;
        if (!isChunk(file) || end < ChunkFormat.CHECKSUM_BYTES) {
            throw ChunkException.atByte(0, "it does not start like a ktap chunk");
        }
        ByteSource in = new ByteSource(file, end);
        in.i32("magic");
        int version = in.u16("the version");
        if (version != ChunkFormat.VERSION) {
            throw ChunkException.atByte(4, "it has version " + version + ", this ktap reads version "
                    + ChunkFormat.VERSION + ": compile the script again");
        }
        if (ChunkFormat.checksum(file, end) != littleEndian(file, end)) {
            throw ChunkException.atByte(end, "the checksum is wrong: the file is damaged");
        }
        return new ChunkReader(in).chunk();
    }

    /** Whether a file that starts with these bytes is meant to be a chunk, and not a script. */
    public static boolean isChunk(byte[] start) {
        return start.length >= 4 && littleEndian(start, 0) == ChunkFormat.MAGIC;
    }

    private Chunk chunk() throws ChunkException {
        if (in.u16("the flags") != 0) {
            throw ChunkException.atByte(6, "flags that are not known");
        }
        String source = in.name("the source's name");
        int count = in.count("globals", ChunkLimits.GLOBALS, ChunkFormat.MIN_NAME);
        List<String> globals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            globals.add(in.name("the name of a global"));
        }
        Prototype main = prototype(1);
        if (in.remaining() > 0) {
            throw ChunkException.atByte(in.position(), in.remaining() + " bytes behind the end");
        }
        return new Chunk(source, globals, main);
    }

    private Prototype prototype(int depth) throws ChunkException {
        if (depth > ChunkLimits.NESTING) {
            throw ChunkException.atByte(in.position(),
                    "more than " + ChunkLimits.NESTING + " functions inside each other");
        }
        String name = in.name("a function's name");
        int firstLine = in.index("a first line");
        int lastLine = in.index("a last line");
        int parameters = in.u8("the number of parameters");
        boolean vararg = flag("the mark of further arguments");
        int registers = in.u8("the number of registers");
        List<Constant> constants = constants();
        List<UpvalueSource> upvalues = upvalues();
        int[] code = new int[in.count("instructions", ChunkLimits.INSTRUCTIONS, Integer.BYTES)];
        for (int i = 0; i < code.length; i++) {
            code[i] = in.i32("an instruction");
        }
        int[] lines = lines(firstLine, code.length);
        List<LocalVariable> locals = locals();
        int count = in.count("children", ChunkLimits.CHILDREN, ChunkFormat.MIN_PROTOTYPE);
        List<Prototype> children = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            children.add(prototype(depth + 1));
        }
        return new Prototype(name, firstLine, lastLine, parameters, vararg, registers, code, lines, constants, upvalues,
                locals, children);
    }

    private List<Constant> constants() throws ChunkException {
        int count = in.count("constants", ChunkLimits.CONSTANTS, ChunkFormat.MIN_CONSTANT);
        List<Constant> constants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int offset = in.position();
            int tag = in.u8("a constant's tag");
            constants.add(switch (tag) {
                case ChunkFormat.TAG_INT -> new Constant.Int(in.i64("an integer"));
                case ChunkFormat.TAG_STRING -> new Constant.Str(in.byteString("a string"));
                default -> throw ChunkException.atByte(offset, "a constant with tag " + tag);
            });
        }
        return constants;
    }

    private List<UpvalueSource> upvalues() throws ChunkException {
        int offset = in.position();
        int count = in.u16("the number of upvalues");
        if (count > ChunkLimits.UPVALUES || count * ChunkFormat.MIN_UPVALUE > in.remaining()) {
            throw ChunkException.atByte(offset, count + " upvalues");
        }
        List<UpvalueSource> upvalues = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean fromRegister = flag("the kind of an upvalue");
            upvalues.add(new UpvalueSource(fromRegister, in.u8("an upvalue's index"), in.name("an upvalue's name")));
        }
        return upvalues;
    }

    private int[] lines(int firstLine, int count) throws ChunkException {
        int offset = in.position();
        if (!flag("the mark of line numbers")) {
            return new int[0];
        }
        if (count == 0 || count > in.remaining()) {
            throw ChunkException.atByte(offset,
                    "line numbers for " + count + " instructions in " + in.remaining() + " bytes");
        }
        int[] lines = new int[count];
        int previous = firstLine;
        for (int i = 0; i < count; i++) {
            offset = in.position();
            previous += in.signedVarint("a line number");
            if (previous < 0) {
                throw ChunkException.atByte(offset, "a negative line number");
            }
            lines[i] = previous;
        }
        return lines;
    }

    private List<LocalVariable> locals() throws ChunkException {
        int count = in.count("locals", Integer.MAX_VALUE, ChunkFormat.MIN_LOCAL);
        List<LocalVariable> locals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            locals.add(new LocalVariable(in.name("a local's name"), in.u8("a local's register"),
                    in.index("a local's start"), in.index("a local's end")));
        }
        return locals;
    }

    private boolean flag(String what) throws ChunkException {
        int offset = in.position();
        int value = in.u8(what);
        if (value > 1) {
            throw ChunkException.atByte(offset, what + " is " + value + ", neither 0 nor 1");
        }
        return value == 1;
    }

    private static int littleEndian(byte[] bytes, int offset) {
        return bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8 | (bytes[offset + 2] & 0xff) << 16
                | bytes[offset + 3] << 24;
    }
}
