package ktap.dsl.tests;

import static ktap.dsl.tests.RecordingHost.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.runtime.vm.ScriptError;

/** What docs/language.md says about the meaning of scripts, where the original differed or was silent. */
class SemanticsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            local x = 0 if (x) { print("true") }                              ; true
            local x = "" if (x) { print("true") }                             ; true
            local x print(x + 1, -x, 1 / x)                                   ; nil nil nil
            print("1" == 1, "b" > "a", "a" < "B")                             ; false true false
            local t = {5} t[2] = 6 t[2] = nil print(len(t))                   ; 1
            local t = {} t.x += 2 t.y -= 3 print(t.x, t.y)                    ; 2 -3
            local t = {} print(t.x, t[nil])                                   ; nil nil
            print(0xffffffffffffffff == -1, 017, 3e2)                         ; true 17 300
            function f(a, b) { return a, b } print(f(1))                      ; 1 nil
            local n = 0 for (i = 1, 3) { n += i } print(n)                    ; 6
            for (i = 9223372036854775806, 9223372036854775807) { print("x") } ; x#x
            local a = 1 local a = a + 1 print(a)                              ; 2
            t = {} t.z = 1 t.a = 2 for (k in pairs(t)) { print(k) }           ; z#a
            t = {10, 20} t.z = 1 t[3] = 30 for (k in pairs(t)) { print(k) }   ; 1#2#z#3
            printf("%s %d", nil, 5)                                           ; nil 5
            print(print == print, {} == {})                                   ; true false
            f = len print(f("abc"))                                           ; 3
            (print)("x")                                                      ; x
            """)
    void gives(String script, String expected) {
        String text = output(script);
        assertEquals(expected, text.stripTrailing().replace('\t', ' ').replace('\n', '#'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            local x = 0 print(1 / x)                ; ktap.script.divideByZero
            print(1 % 0)                            ; ktap.script.divideByZero
            local x = "a" print(x + 1)              ; ktap.script.type
            local x = "a" print(-x)                 ; ktap.script.type
            local x = 1 print(x .. "a")             ; ktap.script.type
            local x = 1 print(x < "a")              ; ktap.script.type
            local x = nil print(x.y)                ; ktap.script.type
            local x = nil x()                       ; ktap.script.type
            local t = {} t[nil] = 1                 ; ktap.script.nilKey
            local t = {} local x = nil t[1, x] = 1  ; ktap.script.nilKey
            print(pid)                              ; ktap.script.noEvent
            print(arg0)                             ; ktap.script.noEvent
            while (true) { }                        ; ktap.script.budget
            function f() { return f() } f()         ; ktap.script.budget
            function f() { return 1 + f() } f()     ; ktap.script.stackOverflow
            for (i = "a", 2) { }                    ; ktap.script.type
            for (a in 5) { }                        ; ktap.script.type
            """)
    void fails(String script, String code) {
        assertEquals(code, assertThrows(ScriptError.class, () -> output(script)).code());
    }

    @Test
    void errorsOfTailCallsNameTheirLine() {
        ScriptError error = assertThrows(ScriptError.class,
                () -> output("function g() {\n  return 1 / 0\n}\nfunction f() { return g() }\nf()"));
        assertEquals(2, error.trace().getFirst().line());
    }
}
