package ktap.dsl.generator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads the numbers of a script: 64-bit integers, decimal or with {@code 0x} hexadecimal. */
public final class NumberLiterals {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);
    private static final int MAX_EXPONENT = 19;

    private NumberLiterals() {
    }

    /**
     * A number.
     *
     * @param value its low 64 bits: numbers from 2^63 to 2^64-1, such as addresses, are negative
     * @param exact false if a fraction was cut off
     */
    public record Value(long value, boolean exact) {
    }

    /** The value of a literal as it stands in the script; nothing if it is malformed or does not fit into 64 bits. */
    public static Optional<Value> parse(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return text.matches("0[xX][0-9a-fA-F]+") ? integer(new BigInteger(text.substring(2), 16), true)
                    : Optional.empty();
        }
        if (text.matches("[0-9]+")) {
            return integer(new BigInteger(text), true);
        }
        if (!text.matches("[0-9]+(\\.[0-9]+)?([eE][0-9]{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(text);
        if (decimal.precision() - decimal.scale() > MAX_EXPONENT + 1) {
            return Optional.empty();
        }
        BigInteger whole = decimal.toBigInteger();
        return integer(whole, decimal.compareTo(new BigDecimal(whole)) == 0);
    }

    private static Optional<Value> integer(BigInteger number, boolean exact) {
        return number.compareTo(LIMIT) < 0 ? Optional.of(new Value(number.longValue(), exact)) : Optional.empty();
    }
}
