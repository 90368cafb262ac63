package ktap.dsl.tests;

import static ktap.dsl.tests.RecordingHost.output;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiled scripts do what they say: they are run by the interpreter, without any kernel. */
class RunTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            1 + 2 * 3           ; 7
            (1 + 2) * 3         ; 9
            10 - 4 - 3          ; 3
            -7 / 2              ; -3
            -7 % 3              ; -1
            2 * -3              ; -6
            - - 3               ; 3
            1 < 2 == true       ; true
            not 1 == 2          ; false
            !(1 == 2)           ; true
            1 == 1 && 2 == 3    ; false
            nil or 5            ; 5
            false and 5         ; false
            0 and 5             ; 5
            1 or nil and nil    ; 1
            false || 4          ; 4
            nil and 1 or 2      ; 2
            "a" .. "b" .. "c"   ; abc
            "a" .. "b" == "ab"  ; true
            0xffffffffffffffff  ; -1
            0x7fffffffffffffff + 1 ; -9223372036854775808
            17 / (3 - 3 + 1)    ; 17
            """)
    void precedenceAndValues(String expression, String expected) {
        assertEquals(expected + "\n", output("print(" + expression + ")"));
        assertEquals(expected + "\n", output("local v = nil\nv = " + expression + "\nprint(v)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            a                             ; true
            not a                         ; false
            a and b                       ; false
            a or b                        ; true
            not (a and b)                 ; true
            not a or not b                ; true
            n < 3 and n > 1 or b          ; true
            n <= 1 or n >= 3              ; false
            n != 2 and a                  ; false
            (a and n == 2) and not b      ; true
            nil                           ; false
            0                             ; true
            a and (b or n == 3 or a)      ; true
            !a || b && n == 2             ; false
            """)
    void conditionsAndValuesAgree(String condition, boolean expected) {
        String start = "local a, b, n = true, false, 2\n";
        String text = expected + "\n";
        assertEquals(text, output(start + "if (" + condition + ") { print(true) } else { print(false) }"));
        assertEquals(text, output(start + "print(not not (" + condition + "))"));
        assertEquals(text, output(start + "local r = false while (" + condition + ") { r = true break } print(r)"));
        assertEquals(text, output(start + "local turns = 0 repeat turns += 1 until turns == 2 or (" + condition
                + ") print(turns == 1)"));
    }

    @Test
    void loops() {
        assertEquals("1\n3\n5\n", output("for (i = 1, 5, 2) { print(i) }"));
        assertEquals("3\n2\n1\n", output("for (i = 3, 1, -1) { print(i) i = 10 }"));
        assertEquals("", output("for (i = 2, 1) { print(i) }"));
        assertEquals("0\n1\n3\n",
                output("for (i = 0; i < 5; i += 1) { if (i == 2) { continue } if (i == 4) { break } print(i) }"));
        assertEquals("2\n1\n", output("local n = 2 while (n > 0) { print(n) n -= 1 }"));
        assertEquals("1\n2\n", output("local n = 0 repeat local m = n + 1 print(m) n = m until m == 2"));
        assertEquals("6\n",
                output("local s = 0 for (k, v in pairs({1, 2, 3})) { if (k == 9) { continue } s += v } print(s)"));
        assertEquals("5\n", output("local t = {x = 5} for (k in pairs(t)) { print(t[k]) break }"));
    }

    @Test
    void everyTurnHasItsOwnVariables() {
        String calls = " print(f[1](), f[2](), f[3]())";
        assertEquals("1\t2\t3\n", output("f = {} for (i = 1, 3) { f[i] = function () { return i } }" + calls));
        assertEquals("1\t2\t3\n",
                output("f = {} for (i = 1; i <= 3; i += 1) { f[i] = function () { return i } }" + calls));
        assertEquals("10\t20\t30\n",
                output("f = {} for (k, v in pairs({10, 20, 30})) { f[k] = function () { return v } }" + calls));
        assertEquals("2\t4\t6\n",
                output("f = {} local n = 0 while (n < 3) { n += 1 local m = n * 2 f[n] = function () { return m } }"
                + calls));
    }

    @Test
    void closuresShareTheirVariables() {
        assertEquals("1\t2\t12\n", output("""
                local function counter() {
                  local n = 0
                  return {next = function () { n = n + 1; return n }, add = function (k) { n += k; return n }}
                }
                local c = counter()
                print(c.next(), c.next(), c.add(10))"""));
        assertEquals("120\n",
                output("local function fact(n) { if (n < 2) { return 1 } return n * fact(n - 1) } print(fact(5))"));
        assertEquals("3\n",
                output("function a(x) { return function () { return function () { return x } } } print(a(3)()())"));
    }

    @Test
    void assignments() {
        assertEquals("2\t1\n", output("local a, b = 1, 2 a, b = b, a print(a, b)"));
        assertEquals("2\t1\n", output("a = 1 b = 2 a, b = b, a print(a, b)"));
        assertEquals("7\tnil\n", output("local t = {} local u = t t.x, t = 7, nil print(u.x, t)"));
        assertEquals("1\tnil\tnil\n", output("local a, b, c = 1 print(a, b, c)"));
        assertEquals("1\t2\t3\n", output("function f() { return 2, 3 } local a, b, c = 1, f() print(a, b, c)"));
        assertEquals("2\tnil\n", output("function f() { return 2, 3 } local a, b = (f()) print(a, b)"));
        assertEquals("6\t-2\t8\t4\n",
                output("local n = 5 n += 1 local m = 0 m -= 2 local k = 2 k *= 4 g = 12 g /= 3 print(n, m, k, g)"));
        assertEquals("1\t-1\t6\t3\n",
                output("t = {k = 2, [4] = 9} t.a += 1 t[\"b\"] -= 1 t.k *= 3 t[4] /= 3 print(t.a, t.b, t.k, t[4])"));
        assertEquals("true\n", output("local a = {} a = {a} local b = a print(a == b)"));
        assertEquals("5\n", output("local a = 5 a = nil or a print(a)"));
        assertEquals("12\n", output("local a = 3 a = (1 + a) * a print(a)"));
    }

    @Test
    void tablesAndMethods() {
        assertEquals("10\t20\tx\t40\n",
                output("local t = {10, 20, a = \"x\"; [\"b c\"] = 40} print(t[1], t[2], t.a, t[\"b c\"])"));
        assertEquals("7\n", output("t = {x = 3} function t:add(n) { return self.x + n } print(t:add(4))"));
        assertEquals("8\n", output("t = {u = {}} function t.u.f(n) { return n * 2 } print(t.u.f(4))"));
        assertEquals("1\t2\n", output("t = {pid = 1, end = 2} print(t.pid, t.end)"));
        assertEquals("z\n", output("f = function (t) { return t.k } print(f {k = \"z\"})"));
        assertEquals("s\n", output("f = function (s) { return s } print(f \"s\")"));
    }

    @Test
    void manyConstantsAndLongLists() {
        StringBuilder script = new StringBuilder("t = {}\n");
        for (int i = 0; i < 400; i++) {
            script.append("t.field").append(i).append(" = \"v").append(i).append("\"\n");
        }
        assertEquals("v399\tv0\n", output(script + "print(t.field399, t.field0)"));
    }

    @Test
    void handlersAreRegistered() {
        RecordingHost host = RecordingHost.run(Golden.read("trace.kp"));
        assertEquals(List.of("syscalls:sys_enter_* /pid != 1 && (comm ~ \"ba*\" || uid >= 1000)/",
                "sched:sched_switch, probe:/lib/libc.so.6:malloc size=%di"), host.probes());
        assertEquals(1, host.ends().size());
    }

    @Test
    void articleScriptsRegisterAndTrace() {
        RecordingHost events = RecordingHost.run(Golden.read("events.kp"));
        assertEquals(List.of("tp:syscalls"), events.probes());
        RecordingHost histogram = RecordingHost.run(Golden.read("histogram.kp"));
        assertEquals(List.of("tp:syscalls"), histogram.probes());
        assertEquals(1, histogram.output().split("<tracing>", -1).length - 1);
    }
}
