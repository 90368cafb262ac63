package ktap.runtime.bytecode;

/**
 * Where a closure finds one of its upvalues when it is made.
 *
 * @param fromParentRegister true: the cell is in register {@code index} of the function that makes the closure; false:
 *            it is upvalue {@code index} of that function
 * @param index 0 to 255
 * @param name the variable's name in the script, for messages; empty in a stripped chunk
 */
public record UpvalueSource(boolean fromParentRegister, int index, String name) {
}
