package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.runtime.probe.Glob;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "read,read,true", "read,reads,false", "*,,true", "*,anything,true", "sys_enter_*,sys_enter_read,true",
        "sys_enter_*,sys_exit_read,false", "*_*_read,sys_enter_read,true", "?ead,read,true", "?ead,ead,false",
        "[a-f]oo,foo,true", "[a-f]oo,goo,false", "[!a-f]oo,goo,true", "[^a-f]oo,foo,false", "[]x]y,]y,true",
        "a\\*,a*,true", "a\\*,ab,false", "*read*write*,xreadywritez,true", "*read*write*,writeread,false",
        "**,x,true", "[a-]b,-b,true"
    })
    void matchesAsAShellDoes(String pattern, String name, boolean expected) {
        assertEquals(expected, new Glob(pattern).matches(name == null ? "" : name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a", "[]", "[!]", "a\\"})
    void refusesWhatIsNotClosed(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> new Glob(pattern));
    }

    @Test
    void takesNoExponentialTime() {
        Glob glob = new Glob("*a".repeat(40) + "b");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertEquals(false, glob.matches("a".repeat(2000))));
    }

    @Test
    void knowsLiterals() {
        assertEquals(true, new Glob("sys_enter_read").isLiteral());
        assertEquals(false, new Glob("sys_*").isLiteral());
    }
}
