package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonArray;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code lastIndexOf(stringOrArrayToSearch, itemToFind)}: the last place, or -1; in texts ignoring
 * case and linguistically.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#lastindexof">reference</a>
 */
public final class LastIndexOf implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("lastIndexOf")
                    .oneOf("stringOrArrayToSearch", Kind.STRING, Kind.ARRAY)
                    .any("itemToFind");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Signature TEXT =
            function("lastIndexOf").any("stringToSearch").string("stringToFind");

    @Override
    public Value call(Call call) {
        if (call.json(0) instanceof JsonArray array) {
            List<Integer> places = Positions.of(array, call.json(1));
            return Value.of(places.isEmpty() ? -1 : places.getLast());
        }
        TEXT.checkKind(call.name(), 1, call.kind(1));
        return Value.of(call.text().lastIndexOf(call.string(0), call.string(1)));
    }
}
