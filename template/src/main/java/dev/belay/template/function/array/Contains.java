package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Names;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.LanguageEquality;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

/**
 * {@code contains(container, itemToFind)}: a member of an object ignoring case, an item of an
 * array, a part of a text; both with case.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#contains">reference</a>
 */
public final class Contains implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("contains").any("container").any("itemToFind");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value container = call.value(0);
        Json item = call.json(1);
        if (container.asMembers().isPresent() && item instanceof JsonString(var name)) {
            return Value.of(Names.find(call.members(0).keySet(), name).isPresent());
        }
        if (container.asItems().isPresent()) {
            Json all = call.json(0);
            return Value.of(
                    ((JsonArray) all)
                            .stream().anyMatch(each -> LanguageEquality.equal(each, item)));
        }
        if (call.json(0) instanceof JsonString(var text) && item instanceof JsonString(var part)) {
            return Value.of(text.contains(part));
        }
        throw TemplateFault.of(
                "The template function 'contains' expects parameters of matching types: a"
                    + " dictionary and a key (string), an array and a value (object), or a string"
                    + " and a substring. The provided types '"
                        + kind(container)
                        + "' and '"
                        + kind(call.value(1))
                        + "' are incompatible. Please see https://aka.ms/arm-function-contains for"
                        + " usage details.");
    }

    private static String kind(Value value) {
        return value.kind().orElseThrow(Pending::new).shown();
    }
}
