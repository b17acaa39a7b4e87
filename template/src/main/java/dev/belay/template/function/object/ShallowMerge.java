package dev.belay.template.function.object;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.ItemKinds;
import dev.belay.template.function.Names;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * {@code shallowMerge(inputArray)}: one object of the members of all, later ones winning.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#shallowmerge">reference</a>
 */
public final class ShallowMerge implements TemplateFunction {

    private static final Signature SIGNATURE = function("shallowMerge").array("inputArray");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<Value> items = call.items(0);
        ItemKinds.check(call.name(), items, Kind.OBJECT);
        SequencedMap<String, Value> merged = new LinkedHashMap<>();
        for (Value item : items) {
            item.asMembers()
                    .orElseThrow(Pending::new)
                    .forEach(
                            (name, value) -> {
                                String spelling = Names.find(merged.keySet(), name).orElse(name);
                                merged.put(spelling, value);
                            });
        }
        return Value.object(merged);
    }
}
