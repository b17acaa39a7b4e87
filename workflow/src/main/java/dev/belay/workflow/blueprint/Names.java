package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionPrinter;

/** Names and ids of what the template makes. */
final class Names {

    static final String DEPLOYMENTS = "Microsoft.Resources/deployments";

    static final String GROUPS = "Microsoft.Resources/resourceGroups";

    /** ARM takes no longer name of a deployment (documented). */
    private static final int LONGEST = 64;

    private Names() {}

    /** The name of an artifact's deployment: the blueprint's name and its own. */
    static String deployment(String blueprint, String artifact) {
        String whole = blueprint + "-" + artifact;
        String allowed = whole.replaceAll("[^-\\w.()]", "-");
        if (allowed.equals(whole) && whole.length() <= LONGEST) {
            return whole;
        }
        // two names must not become one by what is cut off or replaced
        String mark = "-" + Integer.toHexString(whole.hashCode());
        int kept = Math.min(allowed.length(), LONGEST - mark.length());
        return allowed.substring(0, kept) + mark;
    }

    static Call subscriptionId(String type, Expression name) {
        return Call.of("subscriptionResourceId", new StringLiteral(type), name);
    }

    static Call inGroup(Expression group, String type, Expression name) {
        Expression path =
                Call.of(
                        "concat",
                        new StringLiteral("/subscriptions/"),
                        new Property(Call.of("subscription"), "subscriptionId"),
                        new StringLiteral("/resourceGroups/"),
                        group);
        return Call.of("extensionResourceId", path, new StringLiteral(type), name);
    }

    /** An expression as it stands in a template; a literal as plain text. */
    static Json text(Expression expression) {
        return expression instanceof StringLiteral(var text)
                ? plain(text)
                : Json.of(ExpressionPrinter.bracketed(expression));
    }

    /** A text that is no expression, whatever it looks like. */
    static Json plain(String text) {
        return Json.of(text.startsWith("[") && text.endsWith("]") ? "[" + text : text);
    }
}
