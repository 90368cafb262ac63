package ktap.runtime.vm.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.Constant;
import ktap.runtime.bytecode.Opcode;
import ktap.runtime.bytecode.Prototype;
import ktap.runtime.bytecode.UpvalueSource;
import ktap.runtime.bytecode.tests.Assembler;

/** Damages chunks, as bytes and as values, and makes up new ones. The same random numbers give the same results. */
final class ChunkMutator {
    private final Random random;

    ChunkMutator(Random random) {
        this.random = random;
    }

    /** Flips, inserts, deletes or repeats a few bytes. */
    byte[] damage(byte[] file) {
        byte[] damaged = file.clone();
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 1; i--) {
            int at = random.nextInt(damaged.length);
            damaged = switch (random.nextInt(4)) {
                case 0 -> {
                    damaged[at] ^= (byte) (1 << random.nextInt(8));
                    yield damaged;
                }
                case 1 -> {
                    damaged[at] = (byte) random.nextInt();
                    yield damaged;
                }
                case 2 -> splice(damaged, at, at + random.nextInt(Math.min(9, damaged.length - at)), new byte[0]);
                default -> splice(damaged, at, at, Arrays.copyOfRange(damaged, at,
                        at + random.nextInt(Math.min(40, damaged.length - at))));
            };
        }
        return damaged;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] inserted) {
        byte[] result = new byte[bytes.length - (to - from) + inserted.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(inserted, 0, result, from, inserted.length);
        System.arraycopy(bytes, to, result, from + inserted.length, bytes.length - to);
        return result;
    }

    /** Changes a few instructions, constants, captures or sizes of a chunk. */
    Chunk change(Chunk chunk) {
        return new Chunk(chunk.source(), chunk.globals(), change(chunk.main()));
    }

    private Prototype change(Prototype old) {
        int[] code = old.code();
        List<Constant> constants = new ArrayList<>(old.constants());
        List<UpvalueSource> upvalues = new ArrayList<>(old.upvalues());
        List<Prototype> children = new ArrayList<>(old.children());
        int registers = old.registers();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(code.length);
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> code[at] = changeOperand(code[at]);
                case 3, 4 -> code[at] = code[at] & 0xffffff00 | 1 + random.nextInt(Opcode.values().length);
                case 5 -> code[at] = code[random.nextInt(code.length)];
                case 6 -> {
                    int other = random.nextInt(code.length);
                    int word = code[at];
                    code[at] = code[other];
                    code[other] = word;
                }
                case 7 -> {
                    if (!constants.isEmpty()) {
                        constants.set(random.nextInt(constants.size()), RandomFunction.constant(random));
                    }
                }
                case 8 -> registers = 1 + random.nextInt(old.registers() + 1);
                case 9 -> {
                    if (!upvalues.isEmpty()) {
                        upvalues.set(0, new UpvalueSource(random.nextBoolean(), random.nextInt(4), "x"));
                    }
                }
                default -> {
                    if (!children.isEmpty()) {
                        int child = random.nextInt(children.size());
                        children.set(child, change(children.get(child)));
                    }
                }
            }
        }
        return new Prototype(old.name(), old.firstLine(), old.lastLine(), old.parameters(), registers, code, new int[0],
                constants,
                upvalues, List.of(), children);
    }

    private int changeOperand(int word) {
        int shift = 8 + 8 * random.nextInt(3);
        int value = random.nextInt(4) == 0 ? random.nextInt(256) : (word >>> shift) + random.nextInt(5) - 2;
        return word & ~(0xff << shift) | (value & 0xff) << shift;
    }

    /** A chunk of random instructions whose operands are in range, so that many of them are sound. */
    Chunk makeUp() {
        return new Chunk("random", List.of("a", "b"), new RandomFunction(random).make("main chunk", 0, 2));
    }

    /** A handler that is registered for an event, and a function for the end, both made up. */
    Chunk makeUpWithHandlers() {
        Prototype handler = new RandomFunction(random).make("handler", 1, 1);
        Prototype end = new RandomFunction(random).make("end", 0, 1);
        Prototype body = new RandomFunction(random).make("body", 0, 1);
        return Assembler.chunk(List.of("a", "b"), a -> {
            a.load(RandomFunction.CELL, 0).op(Opcode.NEWCELL, RandomFunction.CELL, 0, 0);
            a.op(Opcode.NEWTABLE, 0, 0, 0).op(Opcode.SETGLOBAL, 0, 0);
            a.builtin(1, "kdebug.probe").load(2, "e").closure(3, handler).op(Opcode.CALL, 1, 2, 0);
            a.closure(1, body).op(Opcode.CALL, 1, 0, 0);
            a.builtin(1, "kdebug.probe_end").closure(2, end).op(Opcode.CALL, 1, 1, 0);
        });
    }
}
