package ktap.runtime.bytecode;

import java.util.List;

/** Writes the file form of a {@link Chunk}. The same chunk always gives the same bytes. */
public final class ChunkWriter {
    private final ByteSink out = new ByteSink();

    private ChunkWriter() {
    }

    /**
     * The chunk as the bytes of a {@code .kpc} file.
     *
     * @throws IllegalArgumentException if the chunk goes beyond the {@link ChunkLimits}
     */
    public static byte[] write(Chunk chunk) {
        return new ChunkWriter().file(chunk);
    }

    /**
     * The same program without line numbers and without the names of functions, locals and upvalues. The names of
     * global variables stay: the tables in them are shown under these names.
     */
    public static Chunk strip(Chunk chunk) {
        return new Chunk(chunk.source(), chunk.globals(), strip(chunk.main()));
    }

    private static Prototype strip(Prototype full) {
        List<UpvalueSource> upvalues = full.upvalues().stream()
                .map(source -> new UpvalueSource(source.fromParentRegister(), source.index(), "")).toList();
        return new Prototype("", 0, 0, full.parameters(), full.vararg(), full.registers(), full.code(), new int[0],
                full.constants(), upvalues, List.of(), full.children().stream().map(ChunkWriter::strip).toList());
    }

    private byte[] file(Chunk chunk) {
        out.i32(ChunkFormat.MAGIC);
        out.u16(ChunkFormat.VERSION, "version");
        out.u16(0, "flags");
        out.name(chunk.source());
        out.count(chunk.globals().size(), "globals", ChunkLimits.GLOBALS);
        chunk.globals().forEach(out::name);
        prototype(chunk.main(), 1);
        byte[] content = out.toBytes();
        out.i32(ChunkFormat.checksum(content, content.length));
        byte[] file = out.toBytes();
        if (file.length > ChunkLimits.FILE_BYTES) {
            throw new IllegalArgumentException("the chunk has " + file.length + " bytes, more than "
                    + ChunkLimits.FILE_BYTES);
        }
        return file;
    }

    private void prototype(Prototype prototype, int depth) {
        if (depth > ChunkLimits.NESTING) {
            throw new IllegalArgumentException("more than " + ChunkLimits.NESTING + " functions inside each other");
        }
        out.name(prototype.name());
        out.index(prototype.firstLine(), "first line");
        out.index(prototype.lastLine(), "last line");
        out.u8(prototype.parameters(), "number of parameters");
        out.u8(prototype.vararg() ? 1 : 0, "mark of further arguments");
        out.u8(prototype.registers(), "number of registers");
        out.count(prototype.constants().size(), "constants", ChunkLimits.CONSTANTS);
        prototype.constants().forEach(this::constant);
        out.u16(prototype.upvalues().size(), "number of upvalues");
        for (UpvalueSource upvalue : prototype.upvalues()) {
            out.u8(upvalue.fromParentRegister() ? 1 : 0, "kind of upvalue");
            out.u8(upvalue.index(), "index of an upvalue");
            out.name(upvalue.name());
        }
        code(prototype);
        out.count(prototype.locals().size(), "locals", Integer.MAX_VALUE);
        for (LocalVariable local : prototype.locals()) {
            out.name(local.name());
            out.u8(local.register(), "register of a local");
            out.index(local.start(), "start of a local");
            out.index(local.end(), "end of a local");
        }
        out.count(prototype.children().size(), "children", ChunkLimits.CHILDREN);
        prototype.children().forEach(child -> prototype(child, depth + 1));
    }

    private void constant(Constant constant) {
        switch (constant) {
            case Constant.Int(long value) -> {
                out.u8(ChunkFormat.TAG_INT, "tag");
                out.i64(value);
            }
            case Constant.Str(String bytes) -> {
                out.u8(ChunkFormat.TAG_STRING, "tag");
                out.byteString(bytes);
            }
        }
    }

    private void code(Prototype prototype) {
        out.count(prototype.size(), "instructions", ChunkLimits.INSTRUCTIONS);
        for (int word : prototype.code()) {
            out.i32(word);
        }
        out.u8(prototype.hasDebugInfo() ? 1 : 0, "mark of lines");
        if (prototype.hasDebugInfo()) {
            int previous = prototype.firstLine();
            for (int i = 0; i < prototype.size(); i++) {
                out.signedVarint(prototype.line(i) - previous);
                previous = prototype.line(i);
            }
        }
    }
}
