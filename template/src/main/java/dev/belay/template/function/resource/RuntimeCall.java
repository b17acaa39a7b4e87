package dev.belay.template.function.resource;

import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.value.Call;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/** What {@code reference} and the actions have in common: a resource, a version, a place. */
final class RuntimeCall {

    private RuntimeCall() {}

    /**
     * @throws TemplateFault if the place is evaluated before the deployment
     */
    static void check(Call call) {
        if (!call.allowsRuntime()) {
            throw NotFound.runtimeHere(call.name());
        }
    }

    /** The call with the resource's id and version in place of its name, as it stays deferred. */
    static Value deferred(Call call, ResourceTarget target, boolean versioned) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(target.id().asExpression());
        arguments.add(
                versioned ? call.raw(1).asExpression() : new StringLiteral(target.apiVersion()));
        for (int at = 2; at < call.count(); at++) {
            arguments.add(call.raw(at).asExpression());
        }
        return new Value.Deferred(new Expression.Call(call.name(), arguments));
    }
}
