package dev.belay.template.function.string;

import dev.belay.json.JsonNumber;
import dev.belay.template.function.JsonText;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's standard and custom formats of numbers, in the invariant culture. */
final class NumberFormat {

    private static final Pattern STANDARD = Pattern.compile("([A-Za-z])(\\d{0,2})");

    private NumberFormat() {}

    /** The number in that format; empty if it is no format for it. */
    static Optional<String> of(JsonNumber number, String format) {
        Matcher standard = STANDARD.matcher(format);
        if (format.isEmpty()) {
            return Optional.of(general(number));
        }
        if (!standard.matches()) {
            return Optional.of(CustomNumberFormat.of(number.value(), format));
        }
        char letter = standard.group(1).charAt(0);
        int digits = standard.group(2).isEmpty() ? -1 : Integer.parseInt(standard.group(2));
        return standard(number, letter, digits);
    }

    private static String general(JsonNumber number) {
        String text = JsonText.number(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static Optional<String> standard(JsonNumber number, char letter, int digits) {
        BigDecimal value = number.value();
        boolean small = Character.isLowerCase(letter);
        return switch (Character.toUpperCase(letter)) {
            case 'G', 'R' -> Optional.of(general(number));
            case 'D' -> integer(number).map(whole -> padded(whole, digits));
            case 'X' -> integer(number).map(whole -> hexadecimal(whole, digits, small));
            case 'F' -> Optional.of(fixed(value, digits < 0 ? 2 : digits).toPlainString());
            case 'N' -> Optional.of(grouped(fixed(value, digits < 0 ? 2 : digits)));
            case 'C' -> Optional.of(currency(value, digits < 0 ? 2 : digits));
            case 'P' ->
                    Optional.of(
                            grouped(fixed(value.movePointRight(2), digits < 0 ? 2 : digits))
                                    + " %");
            case 'E' -> Optional.of(exponential(value, digits < 0 ? 6 : digits, letter));
            default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> integer(JsonNumber number) {
        return number.isInteger() ? Optional.of(new BigInteger(number.lexeme())) : Optional.empty();
    }

    private static String padded(BigInteger whole, int digits) {
        String text = whole.abs().toString();
        return (whole.signum() < 0 ? "-" : "")
                + "0".repeat(Math.max(0, digits - text.length()))
                + text;
    }

    private static String hexadecimal(BigInteger whole, int digits, boolean small) {
        String text = Long.toHexString(whole.longValue());
        String wide = "0".repeat(Math.max(0, digits - text.length())) + text;
        return small ? wide : wide.toUpperCase(Locale.ROOT);
    }

    private static BigDecimal fixed(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP);
    }

    static String grouped(BigDecimal value) {
        String text = value.abs().toPlainString();
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        var grouped = new StringBuilder(text);
        for (int at = point - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return (value.signum() < 0 ? "-" : "") + grouped;
    }

    private static String currency(BigDecimal value, int digits) {
        String shown = "\u00a4" + grouped(fixed(value.abs(), digits));
        return value.signum() < 0 ? "(" + shown + ")" : shown;
    }

    private static String exponential(BigDecimal value, int digits, char letter) {
        BigDecimal rounded = value.round(new MathContext(digits + 1, RoundingMode.HALF_UP));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        String mantissa =
                rounded.movePointLeft(exponent)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .toPlainString();
        return mantissa
                + letter
                + (exponent < 0 ? "-" : "+")
                + "%03d".formatted(Math.abs(exponent));
    }
}
