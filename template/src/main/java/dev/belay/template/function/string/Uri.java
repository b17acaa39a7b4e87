package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code uri(baseUri, relativeUri)}: an absolute URI by joining, as .NET does it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uri">reference</a>
 */
public final class Uri implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("uri").string("baseUri").string("relativeUri");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String base = call.string(0);
        UriText.Parts parts = UriText.Parts.of(base);
        if (!parts.isAbsolute() || base.chars().anyMatch(Letters::isBlank)) {
            throw TemplateFault.of(
                    "The template language function 'uri' expects its first argument to be a uri"
                            + " string. The provided value is '"
                            + base
                            + "'. Please see https://aka.ms/arm-function-datauri for usage"
                            + " details.");
        }
        String relative = call.string(1);
        return Value.of(
                UriText.resolve(parts, UriText.Parts.of(relative))
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "Cannot construct valid uri from base uri '"
                                                        + base
                                                        + "' and string '"
                                                        + relative
                                                        + "', check if the base uri is empty."
                                                        + " Please see"
                                                        + " https://aka.ms/arm-function-datauri for"
                                                        + " usage details.")));
    }
}
