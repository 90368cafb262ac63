package ktap.runtime.vm.lib;

/**
 * Lays out one value of {@code printf} by the rules of C.
 *
 * @param flags any of {@code -+ #0}
 * @param width the least number of bytes, 0 to 99
 * @param precision for numbers the least number of digits, for strings the most bytes; {@link #NO_PRECISION} if not
 *            given
 */
public record PrintfField(String flags, int width, int precision) {
    public static final int NO_PRECISION = -1;

    String signed(long value) {
        String sign = value < 0 ? "-" : has('+') ? "+" : has(' ') ? " " : "";
        String digits = Long.toString(value);
        return number(sign, value < 0 ? digits.substring(1) : digits);
    }

    String unsigned(String digits, String prefix) {
        return number(prefix, digits);
    }

    String octal(long value) {
        String digits = withPrecision(Long.toOctalString(value));
        return padded("", has('#') && !digits.startsWith("0") ? "0" + digits : digits);
    }

    String hexadecimal(long value) {
        return number(has('#') && value != 0 ? "0x" : "", Long.toHexString(value));
    }

    String pointer(long value) {
        return number("0x", Long.toHexString(value));
    }

    String text(String bytes) {
        return pad(precision >= 0 && precision < bytes.length() ? bytes.substring(0, precision) : bytes);
    }

    private String number(String prefix, String plain) {
        return padded(prefix, withPrecision(plain));
    }

    private String padded(String prefix, String digits) {
        if (has('0') && !has('-') && precision == NO_PRECISION) {
            return prefix + "0".repeat(Math.max(0, width - prefix.length() - digits.length())) + digits;
        }
        return pad(prefix + digits);
    }

    private String withPrecision(String digits) {
        if (precision == 0 && digits.equals("0")) {
            return "";
        }
        return "0".repeat(Math.max(0, precision - digits.length())) + digits;
    }

    private String pad(String text) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return has('-') ? text + blanks : blanks + text;
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }
}
