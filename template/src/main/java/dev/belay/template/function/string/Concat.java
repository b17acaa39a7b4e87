package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.ArrayList;

/**
 * {@code concat(arg1, arg2, …)}: texts joined, or arrays one after the other; a mixture is refused.
 * Booleans read {@code True} and {@code False}. Without arguments the live service refuses it, as
 * recorded in 2020; Microsoft's engine of 2026 yields the empty text.
 */
public final class Concat implements TemplateFunction {

    private static final Signature SIGNATURE = function("concat").any("arg1").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        int arrays = 0;
        for (int at = 0; at < call.count(); at++) {
            if (call.value(at).kind().filter(Kind.ARRAY::equals).isPresent()) {
                arrays++;
            }
        }
        if (arrays > 0 && arrays < call.count()) {
            throw mixture();
        }
        return arrays > 0 ? arrays(call) : texts(call);
    }

    private static Value arrays(Call call) {
        var items = new ArrayList<Value>();
        for (int at = 0; at < call.count(); at++) {
            items.addAll(call.items(at));
        }
        return Value.array(items);
    }

    private static Value texts(Call call) {
        var text = new StringBuilder();
        for (int at = 0; at < call.count(); at++) {
            Json json = call.json(at);
            if (json instanceof JsonNumber number && number.isInteger()) {
                text.append(number.lexeme());
            } else if (json instanceof JsonString(var part)) {
                text.append(part);
            } else if (json instanceof JsonBoolean truth) {
                text.append(truth.truth() ? "True" : "False");
            } else {
                throw mixture();
            }
        }
        return Value.of(text.toString());
    }

    private static TemplateFault mixture() {
        return TemplateFault.of(
                "The provided parameters for language function 'concat' are invalid. Either all or"
                        + " none of the parameters must be an array. Please see"
                        + " https://aka.ms/arm-function-concat for usage details.");
    }
}
