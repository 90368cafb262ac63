package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkException;
import ktap.runtime.bytecode.ChunkVerifier;
import ktap.runtime.bytecode.tests.Assembler;
import ktap.runtime.vm.Budget;
import ktap.runtime.vm.Interpreter;
import ktap.runtime.vm.ScriptError;

/** Short ways to run a chunk. */
final class Run {
    private Run() {
    }

    static Interpreter interpreter(Chunk chunk, RecordingHost host, Budget budget, List<?> arguments) {
        try {
            return new Interpreter(ChunkVerifier.verify(chunk), host, budget, arguments);
        } catch (ChunkException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static Interpreter interpreter(Chunk chunk, RecordingHost host) {
        return interpreter(chunk, host, Budget.defaults(), List.of());
    }

    /** Runs a main chunk and returns what it printed. */
    static String output(Consumer<Assembler> code) {
        RecordingHost host = new RecordingHost();
        interpreter(Assembler.chunk(code), host).runMain();
        return host.output.toString();
    }

    /** Runs a main chunk that must fail, and returns its error. */
    static ScriptError error(Budget budget, Consumer<Assembler> code) {
        Interpreter interpreter = interpreter(Assembler.chunk(code), new RecordingHost(), budget, List.of());
        return assertThrows(ScriptError.class, interpreter::runMain);
    }

    static ScriptError error(Consumer<Assembler> code) {
        return error(Budget.defaults(), code);
    }
}
