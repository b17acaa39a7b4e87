package dev.belay.workflow.source;

import dev.belay.arm.ResourceId;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.client.call.Resources;
import dev.belay.json.Json;
import dev.belay.workflow.source.Fetched.Unavailable;

import java.util.Optional;

/**
 * Versions of template specs.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/template-spec-versions/get">Template
 *     Spec Versions - Get</a>
 */
record SpecTemplates(ArmClient arm) {

    private static final String VERSION = "2022-02-01";

    Fetched fetch(String path) {
        Optional<ResourceId> id =
                ResourceId.parse(path)
                        .filter(
                                each ->
                                        each.type()
                                                .toString()
                                                .equalsIgnoreCase(
                                                        "Microsoft.Resources/templateSpecs/versions"));
        if (id.isEmpty()) {
            return Unavailable.of("'" + path + "' is not the id of a template spec's version.");
        }
        return switch (new Resources(arm).get(id.get(), VERSION)) {
            case Read.Found found -> template(path, found);
            case Read.Missing _ -> Unavailable.of("There is no template spec '" + path + "'.");
            case Read.Refused(var error, _) ->
                    Unavailable.of(
                            "The template spec '"
                                    + path
                                    + "' cannot be read: "
                                    + error.code()
                                    + ": "
                                    + error.message());
            case Read.NoAnswer(var reason) ->
                    Unavailable.of("The template spec '" + path + "' cannot be read: " + reason);
        };
    }

    private static Fetched template(String path, Read.Found found) {
        return found.resource()
                .body()
                .at("/properties/mainTemplate")
                .flatMap(Json::asObject)
                .<Fetched>map(json -> new Fetched.Template(json.toText(), path, Optional.empty()))
                .orElseGet(
                        () ->
                                Unavailable.of(
                                        "The template spec '" + path + "' holds no template."));
    }
}
