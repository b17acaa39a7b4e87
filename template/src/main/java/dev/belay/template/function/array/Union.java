package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.LanguageEquality;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * {@code union(arg1, arg2, …)}: the different items of arrays, or objects merged deep.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#union">reference</a>
 */
public final class Union implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("union")
                    .of("arg1", Kind.ARRAY, Kind.OBJECT)
                    .of("arg2", Kind.ARRAY, Kind.OBJECT)
                    .repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        if (SameKind.allArrays(call)) {
            List<Json> items = new ArrayList<>();
            for (int at = 0; at < call.count(); at++) {
                for (Json item : (JsonArray) call.json(at)) {
                    if (items.stream().noneMatch(each -> LanguageEquality.equal(each, item))) {
                        items.add(item);
                    }
                }
            }
            return Value.of(new JsonArray(items));
        }
        SequencedMap<String, Value> merged = call.members(0);
        for (int at = 1; at < call.count(); at++) {
            merged = Merge.of(merged, call.members(at));
        }
        return Value.object(merged);
    }
}
