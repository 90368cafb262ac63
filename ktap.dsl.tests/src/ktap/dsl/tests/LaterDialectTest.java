package ktap.dsl.tests;

import static ktap.dsl.tests.RecordingHost.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ktap.runtime.bytecode.Disassembler;
import ktap.runtime.vm.ScriptError;

/** Powers, keys of several parts, aggregations, removal, timers and numbered fields of the event. */
class LaterDialectTest {

    @Test
    void powers() {
        assertEquals("8\t512\t-4\t1\t0\n", output("print(2 ^ 3, 2 ^ 3 ^ 2, -2 ^ 2, 5 ^ 0, 2 ^ 64)"));
        assertEquals("8\t512\t-4\t1\t0\n",
                output("local a, b, c = 2, 3, 64 print(a ^ b, a ^ b ^ a, -a ^ a, b ^ 0, a ^ c)"));
        assertThrows(ScriptError.class, () -> output("local a = -1 print(2 ^ a)"));
        assertThrows(ScriptError.class, () -> output("print(2 ^ -1)"));
    }

    @Test
    void keysOfSeveralParts() {
        assertEquals("5\tnil\t5\n", output("local t, a = {}, 1 t[a, \"x\"] = 5 print(t[1, \"x\"], t[1], t[a, \"x\"])"));
        assertEquals("3\t7\n", output("t = {[1, 2] = 3} t[3, 4] += 7 print(t[1, 2], t[3, 4])"));
        assertEquals("2\t1\n", output("t = {} t[1, 1], t[2, 2] = 1, 2 t[1, 1], t[2, 2] = t[2, 2], t[1, 1] "
                + "print(t[1, 1], t[2, 2])"));
        assertEquals("1, x\t2\n", output("t = {} t[1, \"x\"] = 2 for (k, v in pairs(t)) { print(k, v) }"));
        assertEquals("6\n", output("t = {} t[1, 2, 3, 4, 5, 6, 7, 8] = 2 t[1, 2, 3, 4, 5, 6, 7, 8] *= 3 "
                + "print(t[1, 2, 3, 4, 5, 6, 7, 8])"));
    }

    @Test
    void aggregations() {
        assertEquals("2\t12\t6\t4\t8\n", output("""
                t = {} t[1, 2] <<< 4 t[1, 2] <<< 8 t.other <<< 1
                print(count(t[1, 2]), sum(t[1, 2]), avg(t[1, 2]), min(t[1, 2]), max(t[1, 2]))"""));
    }

    @Test
    void elementsAreRemoved() {
        assertEquals("nil\t2\t1\n", output("t = {a = 1, b = 2} delete(t.a) print(t.a, t.b, len(t))"));
        assertEquals("nil\t0\n", output("t = {} t[1, 2] = 3 print(delete(t[1, 2]), len(t))"));
        assertEquals("0\n", output("t = {1, 2} delete(t) print(len(t))"));
    }

    @Test
    void timers() {
        RecordingHost host = RecordingHost.run("tick-1s { } tick-20ms { } profile-100us { } timer.tick(\"3s\", "
                + "function () { })");
        assertEquals(List.of("TICK 1000000000", "TICK 20000000", "PROFILE 100000", "TICK 3000000000"), host.timers());
    }

    @Test
    void fieldsByNumber() {
        String listing = Disassembler.list(Compilation.chunk("trace a:b { print(arg0, arg9, arg12) }"));
        for (int argument : List.of(0, 9, 12)) {
            assertTrue(listing.lines().anyMatch(line -> line.contains("GETARG") && line.contains(" " + argument)),
                    listing);
        }
        assertEquals("3\n", output("local arg0 = 3 print(arg0)"));
    }
}
