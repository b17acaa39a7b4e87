package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code references(symbolicName, 'Full')}: the states of all instances of a loop of resources.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#references">reference</a>
 */
public final class References implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("references").any("symbolicName").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean refusesRuntimeArguments() {
        return true;
    }

    @Override
    public boolean lazy() {
        return true;
    }

    @Override
    public Value call(Call call) {
        if (!call.environment().symbolicNames()) {
            throw TemplateFault.of(
                    "Template language version must be specified in order to use feature"
                            + " 'SymbolicNames'.");
        }
        RuntimeCall.check(call);
        Optional<List<ResourceTarget>> loop = call.environment().resolveLoop(call.string(0));
        if (loop.isEmpty()) {
            return call.residual();
        }
        boolean full = call.has(1) && call.string(1).equalsIgnoreCase("full");
        List<Value> items = new ArrayList<>();
        loop.get().forEach(target -> items.add(item(call, target, full)));
        return Value.array(items);
    }

    private static Value item(Call call, ResourceTarget target, boolean full) {
        Optional<Json> answer =
                target.id()
                        .opened()
                        .known()
                        .flatMap(Json::asText)
                        .flatMap(
                                id ->
                                        call.environment()
                                                .port()
                                                .read(
                                                        new RuntimeRead.Get(
                                                                id, target.apiVersion(), full)));
        if (answer.isPresent()) {
            return Value.of(answer.get());
        }
        List<Expression> arguments =
                new ArrayList<>(
                        List.of(
                                target.id().asExpression(),
                                new StringLiteral(target.apiVersion())));
        if (full) {
            arguments.add(new StringLiteral(call.string(1)));
        }
        return new Value.Deferred(new Expression.Call("reference", arguments));
    }
}
