package ktap.dsl.tests;

import static ktap.dsl.tests.RecordingHost.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ktap.runtime.bytecode.Disassembler;

/** Lists of values whose number is known only at run time: varargs, results of calls, tail calls, iterators. */
class ValueListTest {
    private static final String FUNCTIONS = """
            function none() { }
            function three() { return 1, 2, 3 }
            function all(...) { return ... }
            function first(a) { return a }
            function rest(a, ...) { return ... }
            function count(...) { local n = 0 for (_, v in pairs({...})) { n += 1 } return n }
            t = {m = function (self, ...) { return ... }}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            three()                        ; 1 2 3
            (three())                      ; 1
            three(), 9                     ; 1 9
            9, three()                     ; 9 1 2 3
            none()                         ; ``
            none(), none()                 ; nil
            all(three())                   ; 1 2 3
            all(three(), three())          ; 1 1 2 3
            all(none())                    ; ``
            first(none())                  ; nil
            rest(three())                  ; 2 3
            rest()                         ; ``
            all(all(all(7, three())))      ; 7 1 2 3
            count(three(), none(), three()) ; 4
            t:m(three())                   ; 1 2 3
            t:m()                          ; ``
            all(nil, nil)                  ; nil nil
            """)
    void lastOfAListGivesAll(String list, String expected) {
        String line = expected.replace(' ', '\t') + "\n";
        assertEquals(line, output(FUNCTIONS + "print(" + list + ")"));
        assertEquals(line, output(FUNCTIONS + "function f() { return " + list + " } print(f())"));
        assertEquals(line, output(FUNCTIONS + "local function f(...) { print(...) } f(" + list + ")"));
    }

    @Test
    void listsOfAFixedLength() {
        assertEquals("1\t2\t3\tnil\n", output(FUNCTIONS + "local a, b, c, d = three() print(a, b, c, d)"));
        assertEquals("2\tnil\n", output("function f(...) { local a, b = ... return b, a } print(f(nil, 2))"));
        assertEquals("2\t1\n", output("function f(...) { local a, b a, b = ... return b, a } print(f(1, 2, 3))"));
        assertEquals("5\n", output("function f(...) { return 4 + ... } print(f(1, 2))"));
        assertEquals("true\n", output("function f(...) { if (... == 1) { return true } } print(f(1, 2))"));
    }

    @Test
    void constructors() {
        assertEquals("1\t2\t3\tnil\n", output(FUNCTIONS + "local u = {three()} print(u[1], u[2], u[3], u[4])"));
        assertEquals("1\t1\t2\t3\tx\n",
                output(FUNCTIONS + "local u = {three(), k = \"x\", three()} print(u[1], u[2], u[3], u[4], u.k)"));
        assertEquals("1\tnil\n", output(FUNCTIONS + "local u = {(three())} print(u[1], u[2])"));
        assertEquals("1\tnil\n", output(FUNCTIONS + "local u = {three(), x = 1} print(u[1], u[2])"));
        assertEquals("0\n", output(FUNCTIONS + "print(len({none()}))"));
    }

    @Test
    void tailCallsNeedNoStack() {
        assertEquals("done\n", output("""
                function down(n) { if (n == 0) { return "done" } return down(n - 1) }
                print(down(1000000))"""));
        assertEquals("done\n", output("""
                function down(n, ...) { if (n == 0) { return ... } return down(n - 1, ...) }
                print(down(100000, "done"))"""));
        assertEquals("3\n", output("function f(s) { return len(s) } print(f(\"abc\"))"));
        assertTrue(Disassembler.list(Compilation.chunk("function f() { return f() }")).contains("TAILCALL"));
        assertEquals("1\t5\n", output("local x = 1 function f() { return (function () { x = 5 return x })() } "
                + "local y = x f() print(y, x)"));
    }

    @Test
    void anyIterator() {
        String range = """
                function range(n) {
                  return function (limit, i) { if (i < limit) { return i + 1, i * i } }, n, 0
                }
                """;
        assertEquals("1\t0\n2\t1\n3\t4\n", output(range + "for (i, s in range(3)) { print(i, s) }"));
        assertEquals("1\n2\n", output(range + "for (i in range(9)) { if (i == 3) { break } print(i) }"));
        assertEquals("1\t0\tnil\n", output(range + "for (i, s, x in range(1)) { print(i, s, x) }"));
        assertEquals("5\n4\n", output("""
                local n = 6
                for (k in function () { n -= 1 if (n > 3) { return n } }) { print(k) }"""));
        assertEquals("6\n", output(range
                + "local sum = 0 local f, s, c = range(3) for (i in f, s, c) { sum += i } print(sum)"));
        assertEquals("1\t2\t3\n", output(range
                + "f = {} for (i in range(3)) { f[i] = function () { return i } } print(f[1](), f[2](), f[3]())"));
        assertEquals("1\t5\tnil\n", output("for (k, v, more in pairs({5})) { print(k, v, more) }"));
        assertEquals("1\t5\n", output("local iterator = pairs({5}) for (k, v in iterator) { print(k, v) }"));
    }
}
