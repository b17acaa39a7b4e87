package dev.belay.template.function.logical;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;

/** Orders two arguments: numbers by size, texts linguistically; anything else is refused. */
final class Order {

    private Order() {}

    static int compare(Call call) {
        Json left = call.json(0);
        Json right = call.json(1);
        if (left instanceof JsonNumber number && right instanceof JsonNumber other) {
            return number.value().compareTo(other.value());
        }
        if (left instanceof JsonString(var text) && right instanceof JsonString(var other)) {
            return call.text().compare(text, other);
        }
        if (left instanceof JsonString) {
            throw wrongKind(call, 1);
        }
        if (right instanceof JsonString) {
            throw wrongKind(call, 0);
        }
        throw TemplateFault.of(
                "The provided arguments for template language function '"
                        + call.name()
                        + "' is not valid: all function arguments should be of numeric types."
                        + " Please see https://aka.ms/arm-functions#"
                        + call.name()
                        + " for usage details.");
    }

    private static TemplateFault wrongKind(Call call, int index) {
        Kind given = call.kind(index);
        return Signature.function(call.name())
                .any("arg1")
                .any("arg2")
                .kindFault(call.name(), index, false, "String", given.shown());
    }
}
