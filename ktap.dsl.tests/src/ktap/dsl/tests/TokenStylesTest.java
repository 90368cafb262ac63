package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.dsl.ide.KtapTokenStyles;
import ktap.dsl.ide.StyledToken;
import ktap.dsl.ide.TokenKind;

class TokenStylesTest {
    private final KtapTokenStyles styles = new KtapTokenStyles();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            function f(e) { return 1 }         ; K:function P:f P:( P:e P:) P:{ K:return N:1 P:}
            printf("%d", pid())                ; B:printf P:( S:"%d" P:, C:pid P:( P:) P:)
            kdebug.probe("tp:x", f)            ; B:kdebug P:. B:probe P:( S:"tp:x" P:, P:f P:)
            print(arg12, arg256)               ; B:print P:( C:arg12 P:, P:arg256 P:)
            t.pid = t.print                    ; P:t P:. P:pid P:= P:t P:. P:print
            trace sched:*, a:b /x == 1/ { }    ; K:trace E:sched:* P:, E:a:b P:/ P:x P:== N:1 P:/ P:{ P:}
            trace = 1                          ; P:trace P:= N:1
            tick-1s { }                        ; K:tick P:- N:1s P:{ P:}
            x = 'open                          ; P:x P:= S:'open
            x = [[long]] .. [=[open            ; P:x P:= S:[[long]] P:.. S:[=[open
            a --b                              ; P:a O:--b
            a # b                              ; P:a O:# b
            t.end = @                          ; P:t P:. P:end P:= P:@
            """)
    void kinds(String text, String expected) {
        StringBuilder shown = new StringBuilder();
        for (StyledToken token : styles.tokens(text)) {
            char letter = token.kind() == TokenKind.COMMENT ? 'O' : token.kind().name().charAt(0);
            shown.append(shown.isEmpty() ? "" : " ").append(letter).append(':').append(text, token.offset(),
                    token.end());
        }
        assertEquals(expected, shown.toString());
    }

    @Test
    void tokensCoverAnyTextInOrder() {
        long seed = 7;
        Random random = new Random(seed);
        System.out.println("token styles fuzz: seed " + seed + ", 2000 texts");
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(Golden.read("trace.kp"));
            text.delete(random.nextInt(100), 100 + random.nextInt(200));
            text.insert(random.nextInt(text.length()), (char) random.nextInt(0x10000));
            check(text.toString(), styles.tokens(text.toString()));
        }
    }

    private static void check(String text, List<StyledToken> tokens) {
        int end = 0;
        for (StyledToken token : tokens) {
            assertTrue(token.offset() >= end && token.length() > 0 && token.end() <= text.length(), text);
            assertTrue(text.substring(end, token.offset()).isBlank(), text);
            end = token.end();
        }
        assertTrue(text.substring(end).isBlank(), text);
    }
}
