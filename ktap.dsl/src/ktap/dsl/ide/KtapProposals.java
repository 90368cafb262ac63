package ktap.dsl.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.vm.lib.BuiltinCatalog;
import ktap.runtime.vm.lib.BuiltinSignature;

/**
 * Completes names and words in a script, from its tokens alone: a script that is being typed is seldom correct.
 * Thread-safe.
 */
public final class KtapProposals {
    private static final Set<String> STATEMENT_STARTS = Set.of("", "{", "}", ";", ")", "do", "end", "repeat", "break");

    /**
     * What could be typed at the offset, by name; nothing inside comments, strings, numbers and events.
     *
     * @param offset of the caret, from 0 to the length of the text
     */
    public List<Proposal> propose(String text, int offset) {
        List<ScriptToken> tokens = ScriptToken.all(text);
        int start = offset;
        while (start > 0 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        for (ScriptToken token : tokens) {
            boolean inside = token.offset() < offset
                    && (offset < token.end() || offset == token.end() && !isClosed(token));
            if (inside && !token.isName() && !token.isKeyword() && isOpaque(token)) {
                return List.of();
            }
        }
        int from = start;
        List<ScriptToken> before = tokens.stream().filter(token -> token.end() <= from && !token.isComment()).toList();
        String last = before.isEmpty() ? "" : before.getLast().text();
        Candidates candidates = new Candidates(text.substring(start, offset), start);
        if (last.equals(".")) {
            fields(before, tokens, offset, candidates);
        } else if (!last.equals(":") && !last.equals("trace")) {
            names(last, tokens, offset, candidates);
        }
        return candidates.sorted();
    }

    private static boolean isOpaque(ScriptToken token) {
        return token.isComment() || token.isString() || token.isNumber() || token.isEvent();
    }

    /** Whether the caret right behind the token is outside it. */
    private static boolean isClosed(ScriptToken token) {
        return token.isString() && token.text().length() > 1
                && "\"']".indexOf(token.text().charAt(token.text().length() - 1)) >= 0
                || token.isComment() && token.text().endsWith("]]");
    }

    private static void fields(List<ScriptToken> before, List<ScriptToken> tokens, int offset, Candidates candidates) {
        String library = before.size() < 2 ? "" : before.get(before.size() - 2).text();
        if (BuiltinCatalog.libraries().contains(library)) {
            BuiltinCatalog.all().stream().filter(builtin -> builtin.name().startsWith(library + "."))
                    .forEach(builtin -> candidates.add(builtin.name().substring(library.length() + 1), builtin));
            return;
        }
        used(tokens, offset, "."::equals).forEach(name -> candidates.add(name, name, "A field that this script uses."));
    }

    private static void names(String last, List<ScriptToken> tokens, int offset, Candidates candidates) {
        for (Keywords keyword : Keywords.at(STATEMENT_STARTS.contains(last))) {
            candidates.add(keyword.word(), keyword.word(), keyword.documentation());
        }
        for (ContextVariable variable : ContextVariable.values()) {
            candidates.add(variable.word(), variable.word(), "A property of the event that is being handled.");
        }
        BuiltinCatalog.all().forEach(builtin -> candidates.add(builtin.name(), builtin));
        used(tokens, offset, previous -> !previous.equals(".") && !previous.equals(":"))
                .forEach(name -> candidates.add(name, name, "A name of this script."));
    }

    /** The names in the script behind tokens that pass the test, except the one being typed. */
    private static Set<String> used(List<ScriptToken> tokens, int offset, Predicate<String> previousTest) {
        Set<String> names = new TreeSet<>();
        String previous = "";
        for (ScriptToken token : tokens) {
            boolean typed = token.offset() < offset && offset <= token.end();
            if (token.isName() && !typed && previousTest.test(previous)) {
                names.add(token.text());
            }
            previous = token.text();
        }
        return names;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Collects what fits the beginning that has been typed; the first proposal of a text wins. */
    private static final class Candidates {
        private final String prefix;
        private final int start;
        private final Set<String> seen = new TreeSet<>();
        private final List<Proposal> proposals = new ArrayList<>();

        Candidates(String prefix, int start) {
            this.prefix = prefix;
            this.start = start;
        }

        void add(String text, BuiltinSignature builtin) {
            add(text, builtin.name() + builtin.parameters(), builtin.description());
        }

        void add(String text, String label, String documentation) {
            if (text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)) && seen.add(text)) {
                proposals.add(new Proposal(text, label, documentation, start, prefix.length()));
            }
        }

        List<Proposal> sorted() {
            return proposals.stream().sorted(Comparator.comparing(Proposal::text)).toList();
        }
    }
}
