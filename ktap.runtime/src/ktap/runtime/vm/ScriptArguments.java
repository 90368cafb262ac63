package ktap.runtime.vm;

import java.util.List;
import java.util.regex.Pattern;

import ktap.runtime.bytecode.ByteString;

/** What a script finds in the table {@code arg}. */
final class ScriptArguments {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}");

    private final String source;
    private final List<?> words;

    ScriptArguments(String source, List<?> words) {
        this.source = source;
        this.words = List.copyOf(words);
    }

    KtapTable toTable() {
        KtapTable table = new KtapTable();
        table.put(0L, ByteString.ofText(source));
        for (int i = 0; i < words.size(); i++) {
            table.put(i + 1L, value(words.get(i)));
        }
        return table;
    }

    private static Object value(Object word) {
        if (word instanceof Long) {
            return word;
        }
        String text = word.toString();
        return DECIMAL.matcher(text).matches() ? (Object) Long.valueOf(text) : ByteString.ofText(text);
    }
}
