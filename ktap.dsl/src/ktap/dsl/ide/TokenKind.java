package ktap.dsl.ide;

/** How a token is to be shown. */
public enum TokenKind {
    /** A word of the language. */
    KEYWORD,
    /** A built-in function, or the library before its dot. */
    BUILTIN,
    /** A property of the event: {@code pid}, {@code execname}, {@code arg0}... */
    CONTEXT,
    STRING,
    NUMBER,
    COMMENT,
    /** The event of a trace statement. */
    EVENT,
    /** Names, operators, and what is no token. */
    PLAIN
}
