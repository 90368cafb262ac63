package ktap.runtime.vm;

/**
 * A table of a script and the variable that holds it.
 *
 * @param name the variable's name
 * @param table the table itself, which belongs to the interpreter's thread
 */
public record NamedTable(String name, KtapTable table) {
}
