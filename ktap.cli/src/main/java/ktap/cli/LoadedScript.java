package ktap.cli;

import java.util.Optional;

import ktap.runtime.bytecode.Chunk;

/**
 * A script that is ready to run.
 *
 * @param text its text, unless it came as bytecode
 */
record LoadedScript(Chunk chunk, Optional<String> text) {
}
