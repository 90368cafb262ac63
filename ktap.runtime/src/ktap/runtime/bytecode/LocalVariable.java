package ktap.runtime.bytecode;

/**
 * A named local variable, for messages, views and debuggers.
 *
 * @param name its name in the script
 * @param register the register that holds it, or its cell
 * @param start the first instruction at which it is visible
 * @param end the first instruction at which it is no longer visible
 */
public record LocalVariable(String name, int register, int start, int end) {
}
