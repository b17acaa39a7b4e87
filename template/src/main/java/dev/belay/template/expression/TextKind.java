package dev.belay.template.expression;

/**
 * What a JSON string of a template is: an expression, a text whose first bracket was doubled to
 * escape it, or plain text.
 *
 * <p>Evidence: engine, {@code functions.jsonl} family {@code syntax}; for {@code [[} without a
 * closing bracket the live service (MicrosoftDocs/azure-docs#32466, Azure/bicep#2006), which keeps
 * both brackets where the engine drops one.
 */
public enum TextKind {
    /** Between {@code [} and {@code ]}. */
    EXPRESSION,
    /** Begins with {@code [[} and ends with {@code ]}: one bracket is dropped. */
    ESCAPED,
    /** Anything else, kept as it is. */
    PLAIN;

    public static TextKind of(String text) {
        if (text.length() < 2 || text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') {
            return PLAIN;
        }
        return text.charAt(1) == '[' ? ESCAPED : EXPRESSION;
    }

    public static boolean isExpression(String text) {
        return of(text) == EXPRESSION;
    }

    /** The text between the brackets of an expression. */
    public static String inside(String expression) {
        return expression.substring(1, expression.length() - 1);
    }

    /** What a text that is no expression stands for. */
    public static String unescape(String text) {
        return of(text) == ESCAPED ? text.substring(1) : text;
    }
}
