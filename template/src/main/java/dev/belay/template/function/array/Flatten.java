package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.ItemKinds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code flatten(arrayToFlatten)}: the items of the arrays of an array, one level.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#flatten">reference</a>
 */
public final class Flatten implements TemplateFunction {

    private static final Signature SIGNATURE = function("flatten").array("arrayToFlatten");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<Value> arrays = call.items(0);
        ItemKinds.check(call.name(), arrays, Kind.ARRAY);
        List<Value> items = new ArrayList<>();
        arrays.forEach(array -> items.addAll(array.asItems().orElseThrow(Pending::new)));
        return Value.array(items);
    }
}
