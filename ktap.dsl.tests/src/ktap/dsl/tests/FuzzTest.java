package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.dsl.CompilationResult;
import ktap.dsl.KtapIssueCodes;

/** Whatever the text: a chunk that the verifier accepts, or at least one error, and never an exception. */
class FuzzTest {
    private static final long SEED = 20130521;
    private static final int RANDOM_TEXTS = 2000;
    private static final int MUTATED_SCRIPTS = 6000;
    private static final int DEEP = 10_000;
    private static final int DEFAULT_STACK_BYTES = 1 << 20;

    private static final String[] FRAGMENTS = {
            "{", "}", "(", ")", "[", "]", "[[", "]]", "[==[", "--", "--[[", "#", "'", "\"", "\\", "\\x", "\n", "\r",
            ";", ",", ":", "::", ".", "..", "...", "=", "==", "!=", "<=", "<<<", "+=", "-", "^", "!", "~", "/",
            "trace ", "trace_end", "tick-1s", "profile-", "function ", "local ", "var ", "if (", "else", "elseif",
            "while", "for (", "in ", "repeat ", "until ", "do ", "end", "return ", "break", "continue", "goto x",
            "nil", "and ", "or ", "not ", "0x", "017", "1.5", "99999999999999999999", "pid", "arg1", "\u0000",
            "\u0001", "\ufeff", "\uffff", "\ud800", "é", " " };

    @Test
    void randomTexts() {
        Random random = new Random(SEED);
        System.out.println("parser fuzz: seed " + SEED + ", " + RANDOM_TEXTS + " random texts");
        int refused = 0;
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            refused += check(new String(bytes, i % 2 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8))
                    ? 0 : 1;
        }
        assertTrue(refused > RANDOM_TEXTS / 2, "random bytes are seldom a script, but only " + refused
                + " were refused");
    }

    @Test
    void mutatedScripts() {
        Random random = new Random(SEED);
        String[] scripts = { Golden.read("events.kp"), Golden.read("histogram.kp"), Golden.read("language.kp"),
                Golden.read("trace.kp"), Golden.read("later.kp") };
        int compiled = 0;
        for (int i = 0; i < MUTATED_SCRIPTS; i++) {
            StringBuilder text = new StringBuilder(scripts[i % scripts.length]);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                mutate(text, random);
            }
            compiled += check(text.toString()) ? 1 : 0;
        }
        System.out.println("parser fuzz: seed " + SEED + ", " + MUTATED_SCRIPTS + " mutated scripts, " + compiled
                + " compiled");
        assertTrue(compiled > 0 && compiled < MUTATED_SCRIPTS);
    }

    private static void mutate(StringBuilder text, Random random) {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(start, end);
            case 1 -> text.insert(start, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            case 2 -> text.replace(start, end, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            default -> text.insert(random.nextInt(text.length() + 1), text.substring(start, end));
        }
        if (random.nextInt(20) == 0) {
            text.setLength(random.nextInt(text.length() + 1));
        }
    }

    private static boolean check(String text) {
        CompilationResult result;
        try {
            result = Compilation.of(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("compiling this failed: " + text, e);
        }
        assertEquals(result.chunk().isEmpty(), !result.errors().isEmpty(), text);
        result.chunk().ifPresent(chunk -> Compilation.verify(chunk, text));
        result.diagnostics().forEach(diagnostic -> {
            assertTrue(diagnostic.range().line() > 0 && diagnostic.range().column() > 0, text);
            assertTrue(diagnostic.range().offset() + diagnostic.range().length() <= text.length(), text);
            assertFalse(diagnostic.message().isBlank(), text);
        });
        String formatted = FormatterTest.FORMATTER.format(text);
        assertEquals(formatted, FormatterTest.FORMATTER.format(formatted), text);
        return result.chunk().isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings =
            { "(", "{", "[", "f(", "-", "!", "not ", "2^", "a..", "a+", "a.b.", "()", "a[", "function () {", "do ",
            "repeat ", "if (1) {", "if (1) { } else ", "[[", "trace a:b /(", "{y = {", "-(", "a and ", "a == " })
    void deepNestingIsRefused(String fragment) throws InterruptedException {
        String start = fragment.equals("()") ? "x = x" : fragment.length() > 5 ? "" : "x = ";
        String text = start + fragment.repeat(DEEP);
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, () -> {
            CompilationResult result = Compilation.of(text);
            assertTrue(result.chunk().isEmpty());
            assertEquals(KtapIssueCodes.SYNTAX, result.diagnostics().getFirst().code());
        }, "usual stack", DEFAULT_STACK_BYTES);
        thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
        thread.start();
        thread.join();
        if (failure[0] != null) {
            throw new AssertionError(fragment + " repeated " + DEEP + " times", failure[0]);
        }
    }
}
