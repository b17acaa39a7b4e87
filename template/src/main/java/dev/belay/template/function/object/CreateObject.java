package dev.belay.template.function.object;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * {@code createObject(key1, value1, …)}: an object of the pairs; keys that differ in case only stay
 * apart.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#createobject">reference</a>
 */
public final class CreateObject implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("createObject").any("key1").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean lazy() {
        return true;
    }

    @Override
    public Value call(Call call) {
        if (call.count() % 2 != 0) {
            throw TemplateFault.of(
                    "The template language function 'createObject' expects an even number of"
                            + " parameters. The number of provided parameters was '"
                            + call.count()
                            + "'. Please see https://aka.ms/arm-functions for usage details.");
        }
        checkKeys(call);
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        for (int at = 0; at < call.count(); at += 2) {
            members.put(call.string(at), call.raw(at + 1));
        }
        return Value.object(members);
    }

    private static void checkKeys(Call call) {
        var places = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        for (int at = 0; at < call.count(); at += 2) {
            Kind kind = call.kind(at);
            if (kind != Kind.STRING) {
                places.add("" + (at + 1));
                kinds.add(kind.shown());
            }
        }
        if (!places.isEmpty()) {
            throw TemplateFault.of(
                    "The template language function 'createObject' expects the parameters at an"
                        + " odd-numbered position to be of type 'string'. The specified parameters"
                        + " at positions '"
                            + String.join(", ", places)
                            + "' are of types '"
                            + String.join(", ", kinds)
                            + "', respectively. Please see https://aka.ms/arm-functions for usage"
                            + " details.");
        }
    }
}
