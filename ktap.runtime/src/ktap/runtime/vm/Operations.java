package ktap.runtime.vm;

import java.util.ArrayList;
import java.util.List;

/**
 * The rare ways of instructions, kept out of the loop of {@link Machine}: operands that are no integers, and the errors
 * that follow.
 */
final class Operations {
    private final RegisterNames names;
    private final int maxString;

    Operations(RegisterNames names, int maxString) {
        this.names = names;
        this.maxString = maxString;
    }

    /** The result of arithmetic whose operands are not both integers: nil if one is nil, else an error. */
    Object arithmetic(Activation call, int pc, int b, int c, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        boolean leftIsWrong = left != Values.INT;
        throw type(call, pc, leftIsWrong ? b : c, leftIsWrong ? left : right, "not a number");
    }

    /** Division of 32 bits, where it is enough, takes processors half the time or less. */
    static long divide(long dividend, long divisor) {
        return (dividend | divisor) >>> 31 == 0 ? (int) dividend / (int) divisor : dividend / divisor;
    }

    static long remainder(long dividend, long divisor) {
        return (dividend | divisor) >>> 31 == 0 ? (int) dividend % (int) divisor : dividend % divisor;
    }

    /** The result of {@code POW}, by repeated squaring. */
    static long power(long base, long exponent) {
        if (exponent < 0) {
            throw new ScriptError("ktap.script.type", "the exponent " + exponent + " is negative");
        }
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** The composite key of the values from place {@code first} to {@code last}. */
    static KtapKey key(long[] numbers, Object[] values, int first, int last) {
        List<Object> parts = new ArrayList<>(last - first + 1);
        for (int i = first; i <= last; i++) {
            parts.add(Values.box(values[i], numbers[i]));
        }
        return KtapKey.of(parts);
    }

    static ScriptError divideByZero() {
        return new ScriptError("ktap.script.divideByZero", "division by zero");
    }

    /** Whether the left operand is less (or, if {@code orEqual}, not more) than the right one; not for two integers. */
    boolean less(Object left, Object right, boolean orEqual) {
        if (left instanceof String a && right instanceof String b) {
            int order = a.compareTo(b);
            return order < 0 || orEqual && order == 0;
        }
        throw new ScriptError("ktap.script.type", "cannot compare " + Values.describeType(left) + " with "
                + Values.describeType(right) + ": only two numbers or two strings have an order");
    }

    static boolean equal(Object left, long leftNumber, Object right, long rightNumber) {
        if (left == Values.INT) {
            return right == Values.INT && leftNumber == rightNumber;
        }
        return left == right || left != null && left.equals(right);
    }

    static boolean isTrue(Object value) {
        return value != null && value != Boolean.FALSE;
    }

    String concat(Activation call, int pc, Object[] values, int first, int last) {
        long length = 0;
        for (int i = first; i <= last; i++) {
            if (!(values[i] instanceof String piece)) {
                throw type(call, pc, i - call.base, values[i], "not a string: .. joins strings only");
            }
            length += piece.length();
        }
        if (length > maxString) {
            throw stringTooLong(maxString);
        }
        StringBuilder joined = new StringBuilder((int) length);
        for (int i = first; i <= last; i++) {
            joined.append((String) values[i]);
        }
        return joined.toString();
    }

    static ScriptError stringTooLong(int limit) {
        return new ScriptError("ktap.script.budget", "a string of more than " + limit + " bytes");
    }

    /** Reads from what is no table: a field of an event, or an error. */
    Object field(Activation call, int pc, int register, Object value, Object key) {
        if (value instanceof ScriptEvent event && key instanceof String name) {
            return name.equals("tostring") ? new BuiltinFunction("tostring", c -> c.result(event.text() + "\n"))
                    : event.field(name);
        }
        throw notATable(call, pc, register, value);
    }

    ScriptError notATable(Activation call, int pc, int register, Object value) {
        if (value instanceof ScriptEvent) {
            return new ScriptError("ktap.script.type", "the fields of an event cannot be changed");
        }
        return type(call, pc, register, value, "not a table");
    }

    ScriptError notANumber(Activation call, int pc, int register, Object value) {
        return type(call, pc, register, value, "not a number");
    }

    ScriptError notAFunction(Activation call, int pc, int register, Object value) {
        return type(call, pc, register, value, "not a function");
    }

    static ScriptError notIterable(Object value) {
        return new ScriptError("ktap.script.type", "cannot loop over " + Values.describeType(value),
                "write for (k, v in pairs(t))");
    }

    /** The first value and the number of turns of a numeric for, from its start, limit and step; false if no turn. */
    static boolean prepareFor(long[] numbers, Object[] values, int at) {
        String[] parts = {"initial value", "limit", "step"};
        for (int i = 0; i < parts.length; i++) {
            if (values[at + i] != Values.INT) {
                throw new ScriptError("ktap.script.type", "the " + parts[i] + " of the for is "
                        + Values.describeType(values[at + i]) + ", not a number");
            }
        }
        long start = numbers[at];
        long limit = numbers[at + 1];
        long step = numbers[at + 2];
        if (step == 0) {
            throw new ScriptError("ktap.script.type", "the step of the for is zero");
        }
        if (step > 0 ? start > limit : start < limit) {
            return false;
        }
        // How many turns follow the first; unsigned, because the range may be wider than a long.
        numbers[at + 1] = step > 0 ? Long.divideUnsigned(limit - start, step)
                : Long.divideUnsigned(start - limit, -step);
        numbers[at + 3] = start;
        values[at + 3] = Values.INT;
        return true;
    }

    static ScriptError brokenFor() {
        return new ScriptError("ktap.script.type", "the state of a for was overwritten");
    }

    private ScriptError type(Activation call, int pc, int register, Object value, String wanted) {
        return new ScriptError("ktap.script.type", names.of(call.code.prototype, pc - 1, register) + " is "
                + Values.describeType(value) + ", " + wanted);
    }
}
