package ktap.cli;

/** How the output looks. */
enum OutputFormat {
    /** The script's output as it is. */
    TEXT,
    /** JSON objects, one a line. */
    JSON
}
