package dev.belay.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON number that keeps how it was written: {@code 1.10} stays {@code 1.10}.
 *
 * <p>Two numbers are equal if their values are: {@code 1.10} equals {@code 1.1} and {@code 11e-1}.
 *
 * @param lexeme the number as it stood in the text
 */
public record JsonNumber(String lexeme) implements Json {

    private static final Pattern GRAMMAR =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,9})?");

    /**
     * @throws IllegalArgumentException if the text is no JSON number, or its exponent has more than
     *     nine digits
     */
    public JsonNumber {
        if (!GRAMMAR.matcher(lexeme).matches()) {
            throw new IllegalArgumentException("Not a JSON number: '" + lexeme + "'.");
        }
    }

    public BigDecimal value() {
        return new BigDecimal(lexeme);
    }

    /** Whether it is written without fraction and exponent. */
    public boolean isInteger() {
        return lexeme.indexOf('.') < 0 && lexeme.indexOf('e') < 0 && lexeme.indexOf('E') < 0;
    }

    /** The value if it is written as an integer and fits 64 bits. */
    public Optional<Long> asLong() {
        if (!isInteger()) {
            return Optional.empty();
        }
        var integer = new BigInteger(lexeme);
        return integer.bitLength() < Long.SIZE
                ? Optional.of(integer.longValue())
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber(var theirs)
                && (lexeme.equals(theirs) || value().compareTo(new BigDecimal(theirs)) == 0);
    }

    @Override
    public int hashCode() {
        return value().stripTrailingZeros().hashCode();
    }
}
