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
 * {@code indexOf(stringOrArrayToSearch, itemToFind)}: the first place, or -1; in texts ignoring
 * case and linguistically.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#indexof">reference</a>
 */
public final class IndexOf implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("indexOf")
                    .oneOf("stringOrArrayToSearch", Kind.STRING, Kind.ARRAY)
                    .any("itemToFind");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Signature TEXT =
            function("indexOf").any("stringToSearch").string("stringToFind");

    @Override
    public Value call(Call call) {
        if (call.json(0) instanceof JsonArray array) {
            List<Integer> places = Positions.of(array, call.json(1));
            return Value.of(places.isEmpty() ? -1 : places.getFirst());
        }
        TEXT.checkKind(call.name(), 1, call.kind(1));
        return Value.of(call.text().indexOf(call.string(0), call.string(1)));
    }
}
