package ktap.runtime.report;

/**
 * A place in a script.
 *
 * @param source the script's name, for example a file path or {@code (command line)}
 * @param line from 1; 0 if not known
 * @param column from 1, in chars; 0 if not known
 * @param offset of the first char in the text, from 0; -1 if not known
 * @param length in chars; 0 if not known
 */
public record SourceRange(String source, int line, int column, int offset, int length) {

    /** A place of which only the line is known, as at run time. */
    public static SourceRange ofLine(String source, int line) {
        return new SourceRange(source, line, 0, -1, 0);
    }

    /** {@code FILE:LINE:COLUMN}, as far as known. */
    @Override
    public String toString() {
        if (line <= 0) {
            return source;
        }
        return column <= 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
