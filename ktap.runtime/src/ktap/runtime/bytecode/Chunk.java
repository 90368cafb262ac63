package ktap.runtime.bytecode;

import java.util.List;

/**
 * A compiled script: all that is needed to run it, on any machine.
 *
 * @param source the script's name for messages, for example a file path or {@code (command line)}
 * @param globals the names of the variables that the whole script shares, in the order of their numbers
 * @param main the main chunk, which has no parameters and no upvalues
 */
public record Chunk(String source, List<String> globals, Prototype main) {
    public Chunk {
        globals = List.copyOf(globals);
    }
}
