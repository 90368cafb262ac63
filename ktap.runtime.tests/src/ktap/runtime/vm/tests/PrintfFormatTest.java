package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.runtime.vm.lib.PrintfFormat;
import ktap.runtime.vm.lib.PrintfFormat.Kind;

/** Formats of printf as the checks see them; what they print is in {@link PrintfTest}. */
class PrintfFormatTest {

    @Test
    void conversionsHaveKindsAndPlaces() {
        PrintfFormat format = PrintfFormat.parse("a %-5.2d%%b%s %08lx".replace("l", ""));
        assertTrue(format.problem().isEmpty());
        assertEquals(List.of("2-8 d NUMBER", "8-10 % NONE", "11-13 s STRING", "14-18 x NUMBER"),
                format.conversions().stream().map(c -> c.start() + "-" + c.end() + " " + c.letter() + " " + c.kind())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"'%', 0, 1, 'ends inside ''%'''", "'ab %5', 3, 5, 'ends inside ''%5'''",
            "'%y', 0, 2, 'has ''%y'', which is no conversion'", "'%5%', 0, 3, 'has ''%5%'', which is no conversion'",
            "'%100d', 0, 4, 'has ''%100'''", "'%s %.123d', 3, 8, 'has ''%.123'''"})
    void problemsHavePlaces(String text, int start, int end, String message) {
        PrintfFormat.Problem problem = PrintfFormat.parse(text).problem().orElseThrow();
        assertEquals(message, problem.message());
        assertEquals(start, problem.start());
        assertEquals(end, problem.end());
    }

    @Test
    void conversionsNeverOverlapWhateverTheFormat() {
        Random random = new Random(3);
        String alphabet = "%%%-+ #0.5129dsxc%zq";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (PrintfFormat.Conversion conversion : PrintfFormat.parse(text.toString()).conversions()) {
                assertTrue(conversion.start() >= end && text.charAt(conversion.start()) == '%', text.toString());
                assertTrue(conversion.kind() != Kind.NONE || conversion.letter() == '%', text.toString());
                end = conversion.end();
            }
            assertTrue(end <= text.length());
        }
    }
}
