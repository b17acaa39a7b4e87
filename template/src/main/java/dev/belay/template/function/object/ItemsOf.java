package dev.belay.template.function.object;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Names;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * {@code items(object)}: an array of {@code {key, value}}, ordered by key.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#items">reference</a>
 */
public final class ItemsOf implements TemplateFunction {

    private static final Signature SIGNATURE = function("items").object("object");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        SequencedMap<String, Value> members = call.members(0);
        List<Value> items = new ArrayList<>();
        for (String name : members.keySet().stream().sorted(Names.ORDER).toList()) {
            SequencedMap<String, Value> item = new LinkedHashMap<>();
            item.put("key", Value.of(name));
            item.put("value", members.get(name));
            items.add(Value.object(item));
        }
        return Value.array(items);
    }
}
