package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.function.JsonText;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

/**
 * {@code string(valueToConvert)}: texts as they are, {@code True} and {@code False}, containers as
 * compact JSON.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#string">reference</a>
 */
public final class StringOf implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("string")
                    .oneOf(
                            "valueToConvert",
                            Kind.INTEGER,
                            Kind.STRING,
                            Kind.BOOLEAN,
                            Kind.OBJECT,
                            Kind.ARRAY);

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(
                switch (call.json(0)) {
                    case JsonString(var text) -> text;
                    case JsonBoolean truth -> truth.truth() ? "True" : "False";
                    case JsonNumber number -> number.lexeme();
                    case JsonArray array -> JsonText.of(array);
                    case JsonObject object -> JsonText.of(object);
                    case JsonNull _ -> "";
                });
    }
}
