package dev.belay.template.expression;

import dev.belay.template.diagnostic.TemplateFault;

/** Cuts the text of an expression into tokens, one ahead of the parser. */
final class Lexer {

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** The next token; {@link Token.Kind#END} for ever at the end. */
    Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return Token.of(Token.Kind.END, at);
        }
        char first = text.charAt(at);
        if (Characters.startsName(first)) {
            return name();
        }
        if (Characters.isDigit(first) || first == '-' || first == '+') {
            return number();
        }
        return first == '\'' ? literal() : symbol(first);
    }

    private Token name() {
        int start = at;
        while (at < text.length() && Characters.continuesName(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.IDENTIFIER, start, text.substring(start, at), 0);
    }

    private Token number() {
        int start = at++;
        skipDigits();
        if (isFraction() || isExponent()) {
            throw TemplateFault.at(
                    start,
                    "The language expression '"
                            + text
                            + "' at position '"
                            + start
                            + "' is not valid: float point numbers are not supported.");
        }
        if (at < text.length() && Characters.startsName(text.charAt(at))) {
            throw unexpected();
        }
        String digits = text.substring(start, at);
        try {
            return new Token(Token.Kind.INTEGER, start, digits, Long.parseLong(digits));
        } catch (NumberFormatException _) {
            throw TemplateFault.at(
                    start,
                    "The language expression '"
                            + text
                            + "' is not valid: the value '"
                            + digits
                            + "' at position '"
                            + start
                            + "' cannot be converted to number.");
        }
    }

    private void skipDigits() {
        while (at < text.length() && Characters.isDigit(text.charAt(at))) {
            at++;
        }
    }

    private boolean isFraction() {
        return at + 1 < text.length()
                && text.charAt(at) == '.'
                && Characters.isDigit(text.charAt(at + 1));
    }

    private boolean isExponent() {
        if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != 'e') {
            return false;
        }
        int digit = at + 1;
        if (digit < text.length() && (text.charAt(digit) == '+' || text.charAt(digit) == '-')) {
            digit++;
        }
        return digit < text.length() && Characters.isDigit(text.charAt(digit));
    }

    private Token literal() {
        int start = at++;
        var characters = new StringBuilder();
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != '\'') {
                characters.append(character);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                characters.append('\'');
                at++;
            } else {
                return new Token(Token.Kind.LITERAL, start, characters.toString(), 0);
            }
        }
        throw TemplateFault.at(
                start,
                "The language expression '"
                        + text
                        + "' is not valid: the string literal at position '"
                        + start
                        + "' is not terminated.");
    }

    private Token symbol(char character) {
        Token.Kind kind =
                switch (character) {
                    case '(' -> Token.Kind.LEFT_PARENTHESIS;
                    case ')' -> Token.Kind.RIGHT_PARENTHESIS;
                    case '[' -> Token.Kind.LEFT_BRACKET;
                    case ']' -> Token.Kind.RIGHT_BRACKET;
                    case ',' -> Token.Kind.COMMA;
                    case '.' -> Token.Kind.DOT;
                    default -> throw unexpected();
                };
        return Token.of(kind, at++);
    }

    private TemplateFault unexpected() {
        return TemplateFault.at(
                at,
                "The language expression '"
                        + text
                        + "' is not valid: the string character '"
                        + text.charAt(at)
                        + "' at position '"
                        + at
                        + "' is not expected.");
    }
}
