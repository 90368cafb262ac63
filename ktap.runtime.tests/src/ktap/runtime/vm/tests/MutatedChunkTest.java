package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkReader;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.bytecode.ChunkWriter;
import ktap.runtime.bytecode.Disassembler;
import ktap.runtime.bytecode.VerifiedChunk;
import ktap.runtime.bytecode.tests.Samples;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;

/**
 * Whatever bytes come in: reader, verifier, disassembler and interpreter throw nothing but {@link ChunkException} and
 * {@link ScriptError}, and they end. The seed is fixed; another one can be given in the system property
 * {@code ktap.fuzz.seed}, the number of rounds in {@code ktap.fuzz.rounds}.
 */
class MutatedChunkTest {
    private static final long SEED = Long.getLong("ktap.fuzz.seed", 7_310_112_024L);
    private static final int ROUNDS = Integer.getInteger("ktap.fuzz.rounds", 120_000);
    private static final Budget BUDGET = new Budget(2_000, 500, 20, 200, 500);
    private static final List<Chunk> SEEDS = List.of(Samples.histogram(), Samples.everything(),
            ChunkWriter.strip(Samples.everything()));

    private final Random random = new Random(SEED);
    private final ChunkMutator mutator = new ChunkMutator(random);
    private int refused;
    private int failed;
    private int finished;

    @Test
    void damagedFilesAreRefusedOrRun() {
        fuzz("damaged files", ROUNDS / 3, () -> {
            byte[] damaged = mutator.damage(ChunkWriter.write(seed()));
            return random.nextInt(4) == 0 ? damaged : seal(damaged);
        });
    }

    @Test
    void changedChunksAreRefusedOrRun() {
        fuzz("changed chunks", ROUNDS / 3, () -> ChunkWriter.write(mutator.change(seed())));
        assertTrue(failed + finished > ROUNDS / 60, "too few were sound to say anything about the interpreter");
    }

    @Test
    void madeUpChunksAreRefusedOrRun() {
        fuzz("made-up chunks", ROUNDS / 3,
                () -> ChunkWriter.write(random.nextBoolean() ? mutator.makeUp() : mutator.makeUpWithHandlers()));
        assertTrue(failed + finished > ROUNDS / 60, "too few were sound to say anything about the interpreter");
    }

    private Chunk seed() {
        return SEEDS.get(random.nextInt(SEEDS.size()));
    }

    private void fuzz(String what, int rounds, Supplier<byte[]> source) {
        int[] round = new int[1];
        try {
            assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
                for (; round[0] < rounds; round[0]++) {
                    feed(source.get());
                }
            });
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + ": seed " + SEED + ", round " + round[0] + ": " + e, e);
        }
        System.out.println("fuzz: " + rounds + " " + what + ", seed " + SEED + ": " + refused + " refused, " + failed
                + " failed as scripts, " + finished + " ran to the end");
    }

    private void feed(byte[] file) {
        VerifiedChunk verified;
        try {
            Chunk chunk = ChunkReader.read(file);
            assertArrayEquals(file, ChunkWriter.write(chunk));
            Disassembler.list(chunk);
            verified = ChunkVerifier.verify(chunk);
        } catch (ChunkException e) {
            refused++;
            return;
        }
        try {
            run(verified);
            finished++;
        } catch (ScriptError e) {
            e.toDiagnostic();
            failed++;
        }
    }

    private static void run(VerifiedChunk chunk) {
        RecordingHost host = new RecordingHost();
        Interpreter interpreter = new Interpreter(chunk, host, BUDGET, List.of("1", "x"));
        host.whileTracing = () -> List.copyOf(host.probes.values())
                .forEach(handler -> interpreter.call(handler, FixedEvent.READ));
        try {
            interpreter.runMain();
            host.whileTracing.run();
        } finally {
            interpreter.tables().forEach(table -> table.table().snapshot(table.name()));
            List.copyOf(host.endFunctions).forEach(function -> interpreter.call(function, null));
        }
    }

    /** Puts the right checksum at the end, so that the damage gets past the first check. */
    private static byte[] seal(byte[] file) {
        if (file.length >= 4) {
            CRC32C crc = new CRC32C();
            crc.update(file, 0, file.length - 4);
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, (int) crc.getValue());
        }
        return file;
    }
}
