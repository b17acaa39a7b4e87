package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonString;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code split(inputString, delimiter)}: the parts between a delimiter, or any of several.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#split">reference</a>
 */
public final class Split implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("split").string("inputString").any("delimiter");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String text = call.string(0);
        List<String> delimiters = delimiters(call);
        List<Value> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int here = at;
            Optional<String> found =
                    delimiters.stream().filter(each -> text.startsWith(each, here)).findFirst();
            if (found.isPresent()) {
                parts.add(Value.of(text.substring(start, at)));
                at += found.get().length();
                start = at;
            } else {
                at++;
            }
        }
        parts.add(Value.of(text.substring(start)));
        return Value.array(parts);
    }

    private static List<String> delimiters(Call call) {
        Json delimiter = call.json(1);
        if (delimiter instanceof JsonString(var text)) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        if (delimiter instanceof JsonArray array
                && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.stream()
                    .map(each -> ((JsonString) each).text())
                    .filter(each -> !each.isEmpty())
                    .toList();
        }
        Kind given = call.kind(1);
        throw SIGNATURE.kindFault(
                call.name(), 1, false, "String or Array of Strings", given.shown());
    }
}
