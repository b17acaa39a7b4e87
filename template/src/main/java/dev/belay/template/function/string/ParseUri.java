package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.Locale;

/**
 * {@code parseUri(uri)}: the parts of a URI as an object.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#parseuri">reference</a>
 */
public final class ParseUri implements TemplateFunction {

    private static final Signature SIGNATURE = function("parseUri").string("uri");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String text = call.string(0);
        if (text.isEmpty()) {
            throw TemplateFault.of(
                    "The specified URL '' is not valid 'Invalid URI: The URI is empty.'.");
        }
        UriText.Parts parts = UriText.Parts.of(text);
        if (!parts.isAbsolute()) {
            throw TemplateFault.of(
                    "The specified URL '"
                            + text
                            + "' is not valid 'Invalid URI: The format of the URI could not be"
                            + " determined.'.");
        }
        String authority = parts.authority().orElse(parts.path());
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        var members =
                JsonObject.builder()
                        .put("scheme", parts.scheme())
                        .put(
                                "host",
                                (colon < 0 ? host : host.substring(0, colon))
                                        .toLowerCase(Locale.ROOT));
        members.put(
                "port", colon < 0 ? Json.nullValue() : new JsonNumber(host.substring(colon + 1)));
        if (parts.authority().isEmpty()) {
            members.put("path", "");
        } else if (!parts.path().isEmpty()) {
            members.put("path", UriText.encoded(parts.path()));
        }
        if (!parts.query().isEmpty()) {
            members.put("query", parts.query());
        }
        return Value.of(members.build());
    }
}
