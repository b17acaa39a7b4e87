package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonString;
import dev.belay.template.function.ItemKinds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code join(inputArray, delimiter)}: the items as one text.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#join">reference</a>
 */
public final class Join implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("join").array("inputArray").string("delimiter");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<Value> items = call.items(0);
        ItemKinds.check(call.name(), items, Kind.STRING, Kind.INTEGER, Kind.BOOLEAN);
        List<String> parts = new ArrayList<>();
        for (Json item : (JsonArray) call.json(0)) {
            parts.add(
                    item instanceof JsonString(var text)
                            ? text
                            : item instanceof JsonBoolean truth
                                    ? (truth.truth() ? "True" : "False")
                                    : item.toText());
        }
        return Value.of(String.join(call.string(1), parts));
    }
}
