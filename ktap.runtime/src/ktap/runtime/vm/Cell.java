package ktap.runtime.vm;

/** A variable that a function shares with closures made inside it. */
final class Cell {
    /** The value, or {@link Values#INT}. */
    Object value;
    /** The integer if {@link #value} says so. */
    long number;

    Cell(Object value, long number) {
        this.value = value;
        this.number = number;
    }
}
