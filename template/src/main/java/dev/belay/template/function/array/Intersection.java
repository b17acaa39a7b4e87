package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.LanguageEquality;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code intersection(arg1, arg2, …)}: the items that all arrays have, or the members that all
 * objects have with the same value.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#intersection">reference</a>
 */
public final class Intersection implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("intersection")
                    .of("arg1", Kind.ARRAY, Kind.OBJECT)
                    .of("arg2", Kind.ARRAY, Kind.OBJECT)
                    .repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return SameKind.allArrays(call) ? arrays(call) : objects(call);
    }

    private static Value arrays(Call call) {
        List<Json> items = new ArrayList<>();
        for (Json item : (JsonArray) call.json(0)) {
            boolean everywhere =
                    items.stream().noneMatch(each -> LanguageEquality.equal(each, item));
            for (int at = 1; everywhere && at < call.count(); at++) {
                everywhere =
                        ((JsonArray) call.json(at))
                                .stream().anyMatch(each -> LanguageEquality.equal(each, item));
            }
            if (everywhere) {
                items.add(item);
            }
        }
        return Value.of(new JsonArray(items));
    }

    private static Value objects(Call call) {
        Json common = call.json(0);
        for (int at = 1; at < call.count(); at++) {
            common = intersection((JsonObject) common, (JsonObject) call.json(at));
        }
        return Value.of(common);
    }

    private static JsonObject intersection(JsonObject left, JsonObject right) {
        var common = JsonObject.builder();
        left.members()
                .forEach(
                        (name, value) ->
                                right.get(name)
                                        .ifPresent(
                                                other -> {
                                                    if (LanguageEquality.equal(value, other)) {
                                                        common.put(name, value);
                                                    } else if (value instanceof JsonObject object
                                                            && other instanceof JsonObject theirs) {
                                                        JsonObject inner =
                                                                intersection(object, theirs);
                                                        common.put(
                                                                name,
                                                                inner.isEmpty()
                                                                        ? Optional.empty()
                                                                        : Optional.of(inner));
                                                    }
                                                }));
        return common.build();
    }
}
