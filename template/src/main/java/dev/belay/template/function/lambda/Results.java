package dev.belay.template.function.lambda;

import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

/** Checks what lambdas return. Texts: engine. */
final class Results {

    private Results() {}

    static boolean truth(Call call, Value result, int position) {
        return call.known(of(call, result, Kind.BOOLEAN, position)) == JsonBoolean.TRUE;
    }

    static String text(Call call, Value result, int position) {
        return ((JsonString) call.known(of(call, result, Kind.STRING, position))).text();
    }

    private static Value of(Call call, Value result, Kind wanted, int position) {
        Kind kind = result.kind().orElseThrow(Pending::new);
        if (kind != wanted) {
            throw fault(call, wanted, kind, " on the input element at position " + position);
        }
        return result;
    }

    static boolean order(Call call, Value result) {
        Kind kind = result.kind().orElseThrow(Pending::new);
        if (kind != Kind.BOOLEAN) {
            throw fault(call, Kind.BOOLEAN, kind, "");
        }
        return call.known(result) == JsonBoolean.TRUE;
    }

    private static TemplateFault fault(Call call, Kind wanted, Kind given, String where) {
        return TemplateFault.of(
                "The lambda expression provided to language function '"
                        + call.name()
                        + "' is expected to return a value of type '"
                        + wanted.shown()
                        + "', but evaluation"
                        + where
                        + " returned a value of type '"
                        + given.shown()
                        + "'. Please see https://aka.ms/arm-functions for usage details.");
    }
}
