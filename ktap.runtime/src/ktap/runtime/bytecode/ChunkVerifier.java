package ktap.runtime.bytecode;

import java.util.List;

/**
 * Proves that a chunk can be run without harm, wherever it came from: every operand names something that exists,
 * control never leaves the code, every register is assigned before it is read and holds a cell exactly where a cell
 * is needed, and every way back goes through an instruction at which turns are counted. {@code docs/bytecode.md}
 * lists the rules.
 */
public final class ChunkVerifier {
    private final Chunk chunk;

    private ChunkVerifier(Chunk chunk) {
        this.chunk = chunk;
    }

    /** @throws ChunkException if a rule is broken; it names the first one found */
    public static VerifiedChunk verify(Chunk chunk) throws ChunkException {
        new ChunkVerifier(chunk).chunk();
        return new VerifiedChunk(chunk);
    }

    private void chunk() throws ChunkException {
        Prototype main = chunk.main();
        String name = nameOf(main, "main chunk");
        require(chunk.globals().size() <= ChunkLimits.GLOBALS, name, "too many globals: " + chunk.globals().size());
        require(main.parameters() == 0, name, "the main chunk has parameters");
        require(main.upvalues().isEmpty(), name, "the main chunk has upvalues");
        prototype(main, name, 1);
    }

    private void prototype(Prototype prototype, String name, int depth) throws ChunkException {
        require(depth <= ChunkLimits.NESTING, name,
                "more than " + ChunkLimits.NESTING + " functions inside each other");
        int registers = prototype.registers();
        require(registers >= 1 && registers <= ChunkLimits.REGISTERS, name, registers + " registers");
        require(prototype.parameters() >= 0 && prototype.parameters() <= registers, name,
                prototype.parameters() + " parameters in " + registers + " registers");
        require(prototype.size() >= 1 && prototype.size() <= ChunkLimits.INSTRUCTIONS, name,
                prototype.size() + " instructions");
        require(prototype.constants().size() <= ChunkLimits.CONSTANTS, name, "too many constants");
        require(prototype.upvalues().size() <= ChunkLimits.UPVALUES, name, "too many upvalues");
        List<Prototype> children = prototype.children();
        require(children.size() <= ChunkLimits.CHILDREN, name, "too many functions");
        for (LocalVariable local : prototype.locals()) {
            require(local.register() >= 0 && local.register() < registers && local.start() >= 0
                    && local.start() <= local.end() && local.end() <= prototype.size(), name,
                    "local '" + local.name() + "' lies outside the function");
        }
        new InstructionChecker(prototype, name, chunk.globals().size()).check();
        for (int i = 0; i < children.size(); i++) {
            Prototype child = children.get(i);
            String childName = name + " > " + nameOf(child, "function " + i);
            for (UpvalueSource upvalue : child.upvalues()) {
                int limit = upvalue.fromParentRegister() ? registers : prototype.upvalues().size();
                require(upvalue.index() >= 0 && upvalue.index() < limit, childName,
                        "upvalue '" + upvalue.name() + "' comes from a place that the function around it has not got");
            }
            prototype(child, childName, depth + 1);
        }
        new FlowChecker(prototype, name).check();
    }

    private static String nameOf(Prototype prototype, String fallback) {
        return prototype.name().isEmpty() ? fallback : prototype.name();
    }

    private static void require(boolean holds, String function, String message) throws ChunkException {
        if (!holds) {
            throw ChunkException.in(function, message);
        }
    }
}
