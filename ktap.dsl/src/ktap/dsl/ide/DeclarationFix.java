package ktap.dsl.ide;

import java.util.List;
import java.util.Optional;

/** Declares a variable: where it is assigned first if the whole script sees it from there, else at the top. */
final class DeclarationFix {
    private DeclarationFix() {
    }

    /** @param offset of the assignment that the diagnostic is about */
    static Fix of(String name, int offset, String text) {
        List<ScriptToken> tokens = ScriptToken.all(text).stream().filter(token -> !token.isComment()).toList();
        if (isFirst(name, offset, tokens)) {
            return Fix.of("Declare '" + name + "' here", offset, 0, "var ");
        }
        int top = Optional.of(tokens).filter(list -> !list.isEmpty()).map(list -> list.getFirst().offset()).orElse(0);
        return Fix.of("Declare '" + name + "' at the top", top, 0, "var " + name + "\n");
    }

    /** Whether it is a single assignment in no block, before anything else uses the name. */
    private static boolean isFirst(String name, int offset, List<ScriptToken> tokens) {
        int depth = 0;
        String previous = "";
        for (int i = 0; i < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            boolean member = previous.equals(".") || previous.equals(":");
            if (token.isName() && token.text().equals(name) && !member) {
                return token.offset() == offset && depth == 0 && !previous.equals(",") && i + 1 < tokens.size()
                        && tokens.get(i + 1).text().equals("=");
            }
            depth += switch (member ? "" : token.text()) {
                case "{", "(", "[", "do", "repeat" -> 1;
                case "}", ")", "]", "end", "until" -> -1;
                default -> 0;
            };
            previous = token.text();
        }
        return false;
    }
}
