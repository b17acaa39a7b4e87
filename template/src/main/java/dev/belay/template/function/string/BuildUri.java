package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code buildUri(parts)}: a URI of scheme, host, port, path and query.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#builduri">reference</a>
 */
public final class BuildUri implements TemplateFunction {

    private static final Signature SIGNATURE = function("buildUri").object("parts");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        JsonObject parts = (JsonObject) call.json(0);
        String scheme = required(parts, "scheme");
        String host = required(parts, "host");
        var uri = new StringBuilder(scheme).append("://").append(host);
        parts.find("port")
                .filter(each -> !each.isNull())
                .ifPresent(port -> uri.append(':').append(port.toText()));
        String path = parts.find("path").flatMap(Json::asText).orElse("");
        uri.append(path.startsWith("/") ? "" : "/").append(path);
        parts.find("query")
                .flatMap(Json::asText)
                .filter(each -> !each.isEmpty())
                .ifPresent(query -> uri.append(query.startsWith("?") ? "" : "?").append(query));
        return Value.of(uri.toString());
    }

    private static String required(JsonObject parts, String name) {
        return parts.find(name)
                .flatMap(Json::asText)
                .orElseThrow(
                        () ->
                                TemplateFault.of(
                                        "The input object to the 'buildUri' function is missing the"
                                                + " required property '"
                                                + name
                                                + "''."));
    }
}
