package ktap.runtime.vm.lib;

import java.util.List;

import ktap.runtime.vm.Call;

/** Control sequences for a terminal (ECMA-48), written to the script's output. */
final class AnsiLibrary {
    private static final String INTRODUCER = "\033[";

    static final List<LibraryEntry> ENTRIES = List.of(
            LibraryEntry.of("ansi.clear_screen", "()", 0, 0, "Clears the screen and goes to its upper left corner.",
                    call -> call.host().write(INTRODUCER + "1;1H" + INTRODUCER + "J")),
            LibraryEntry.of("ansi.set_color", "(foreground)", 1, 1, "Sets the color of text: 30 to 37, 90 to 97.",
                    call -> color(call, 1)),
            LibraryEntry.of("ansi.set_color2", "(foreground, background)", 2, 2,
                    "Sets the color of text, and of its background: 40 to 47, 100 to 107.", call -> color(call, 2)),
            LibraryEntry.of("ansi.set_color3", "(foreground, background, attribute)", 3, 3,
                    "Sets the colors and an attribute, for example 1 for bold; 0 is none.",
                    call -> color(call, call.integer(3) == 0 ? 2 : 3)),
            LibraryEntry.of("ansi.reset_color", "()", 0, 0, "Goes back to the terminal's own colors.",
                    call -> call.host().write(INTRODUCER + "0;0m")),
            LibraryEntry.of("ansi.new_line", "()", 0, 0, "Writes a line end.", call -> call.host().write("\n")));

    private AnsiLibrary() {
    }

    private static void color(Call call, int parts) {
        StringBuilder sequence = new StringBuilder(INTRODUCER);
        for (int i = 1; i <= parts; i++) {
            sequence.append(i == 1 ? "" : ";").append(call.integer(i));
        }
        call.host().write(sequence.append('m').toString());
    }
}
