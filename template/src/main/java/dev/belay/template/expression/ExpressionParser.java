package dev.belay.template.expression;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text between the brackets of an expression.
 *
 * <pre>
 * expression := literal | integer | call { '.' name | '[' expression ']' }
 * call       := name [ '.' name ] '(' [ expression { ',' expression } ] ')'
 * </pre>
 *
 * <p>Grammar and messages: engine, {@code functions.jsonl} family {@code syntax}.
 */
public final class ExpressionParser {

    /** Most characters of an expression that the service takes (documented). */
    public static final int SERVICE_LIMIT = 24_576;

    /** Most characters that Microsoft's engine takes. */
    public static final int ENGINE_LIMIT = 81_920;

    /**
     * Deepest nesting read, so that no text can exhaust the stack; inferred, engine: at least 500.
     */
    private static final int DEEPEST = 1_000;

    private final String text;
    private final Lexer lexer;
    private Token token;

    private ExpressionParser(String text) {
        this.text = text;
        this.lexer = new Lexer(text);
        this.token = lexer.next();
    }

    /**
     * @param text without the outer brackets, see {@link TextKind#inside}
     * @throws TemplateFault with ARM's text if it is no expression
     */
    public static Expression parse(String text) {
        checkLength(text, ENGINE_LIMIT);
        var parser = new ExpressionParser(text);
        Expression expression = parser.expression(0);
        parser.expect(Kind.END);
        return expression;
    }

    /**
     * Refuses an expression that is too long; the service's limit is lower than the engine's.
     *
     * @param text without the outer brackets
     */
    public static void checkLength(String text, int limit) {
        if (text.length() > limit) {
            throw TemplateFault.of(
                    "The language expression length limit exceeded. Limit: '"
                            + limit
                            + "' and actual: '"
                            + text.length()
                            + "'.");
        }
    }

    private Expression expression(int depth) {
        if (depth > DEEPEST) {
            throw TemplateFault.of(
                    "The language expression is nested deeper than '" + DEEPEST + "' levels.");
        }
        return switch (token.kind()) {
            case LITERAL -> new StringLiteral(take().text());
            case INTEGER -> new IntegerLiteral(take().number());
            case IDENTIFIER -> accessors(call(depth), depth);
            case LEFT_PARENTHESIS,
                    RIGHT_PARENTHESIS,
                    LEFT_BRACKET,
                    RIGHT_BRACKET,
                    COMMA,
                    DOT,
                    END ->
                    throw unexpected(Kind.IDENTIFIER);
        };
    }

    private Expression call(int depth) {
        var name = new StringBuilder(expect(Kind.IDENTIFIER).text());
        while (token.kind() == Kind.DOT) {
            take();
            name.append('.').append(expect(Kind.IDENTIFIER).text());
        }
        expect(Kind.LEFT_PARENTHESIS);
        List<Expression> arguments = new ArrayList<>();
        if (token.kind() != Kind.RIGHT_PARENTHESIS) {
            arguments.add(expression(depth + 1));
            while (token.kind() == Kind.COMMA) {
                take();
                arguments.add(expression(depth + 1));
            }
        }
        expect(Kind.RIGHT_PARENTHESIS);
        return new Call(name.toString(), arguments);
    }

    private Expression accessors(Expression call, int depth) {
        Expression base = call;
        while (true) {
            if (token.kind() == Kind.DOT) {
                take();
                base = new Property(base, expect(Kind.IDENTIFIER).text());
            } else if (token.kind() == Kind.LEFT_BRACKET) {
                take();
                Expression index = expression(depth + 1);
                expect(Kind.RIGHT_BRACKET);
                base =
                        index instanceof StringLiteral(var name)
                                ? new Property(base, name)
                                : new Index(base, index);
            } else {
                return base;
            }
        }
    }

    private Token take() {
        Token taken = token;
        token = lexer.next();
        return taken;
    }

    private Token expect(Kind kind) {
        if (token.kind() != kind) {
            throw unexpected(kind);
        }
        return kind == Kind.END ? token : take();
    }

    private TemplateFault unexpected(Kind expected) {
        return TemplateFault.at(
                token.start(),
                "Unable to parse language expression '"
                        + text
                        + "': expected token '"
                        + expected.shown()
                        + "' and actual '"
                        + token.kind().shown()
                        + "'.");
    }
}
