package ktap.cli;

/** The script of {@code ktap -s EVENT}. */
final class SingleEvent {
    private SingleEvent() {
    }

    /** A script that shows the events of a definition, a line each. */
    static String script(String definition) {
        StringBuilder quoted = new StringBuilder();
        for (char c : definition.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\%03d", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return """
                kdebug.probe("%s", function (e) { printf("%%d %%d %%s %%s", cpu(), tid(), execname(), e.tostring()) })
                """.formatted(quoted);
    }
}
