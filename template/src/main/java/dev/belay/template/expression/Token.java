package dev.belay.template.expression;

/**
 * A token of an expression.
 *
 * @param kind what it is
 * @param text a name, or a literal's characters; else empty
 * @param start where it begins in the expression's text, from 0
 * @param number an integer's value; else 0
 */
record Token(Kind kind, int start, String text, long number) {

    /** Kinds of tokens, under the names that ARM's messages use. */
    enum Kind {
        IDENTIFIER("Identifier"),
        LITERAL("Literal"),
        INTEGER("Integer"),
        LEFT_PARENTHESIS("LeftParenthesis"),
        RIGHT_PARENTHESIS("RightParenthesis"),
        LEFT_BRACKET("LeftSquareBracket"),
        RIGHT_BRACKET("RightSquareBracket"),
        COMMA("Comma"),
        DOT("Dot"),
        END("EndOfData");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    static Token of(Kind kind, int start) {
        return new Token(kind, start, "", 0);
    }
}
