package dev.belay.emulator.operation;

import dev.belay.arm.ResourceType;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.catalog.TypeFacts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a resource provider is shown: its types with their api-versions, newest first. Evidence: form
 * recorded, content from the catalog.
 */
final class ProviderBody {

    private ProviderBody() {}

    /**
     * @param prefix the path before {@code /providers}: a subscription's, or empty
     */
    static JsonObject of(Catalog catalog, String prefix, String namespace) {
        String spelled =
                catalog.namespaces().stream()
                        .filter(namespace::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ArmFault(
                                                404,
                                                ResourceErrors.invalidResourceNamespace(
                                                        namespace)));
        List<Json> types =
                catalog.types(spelled).stream().<Json>map(type -> type(catalog, type)).toList();
        return JsonObject.builder()
                .put("id", prefix + "/providers/" + spelled)
                .put("namespace", spelled)
                .put("resourceTypes", new JsonArray(types))
                .put("registrationState", "Registered")
                .put("registrationPolicy", "RegistrationRequired")
                .build();
    }

    private static JsonObject type(Catalog catalog, ResourceType type) {
        TypeFacts facts = catalog.type(type).orElseThrow();
        var versions = new ArrayList<>(facts.apiVersions());
        Collections.reverse(versions);
        List<Json> locations =
                facts.tracked()
                        ? Locations.ALL.stream()
                                .<Json>map(location -> Json.of(location.displayName()))
                                .toList()
                        : List.of();
        return JsonObject.builder()
                .put("resourceType", type.unqualified())
                .put("locations", new JsonArray(locations))
                .put("apiVersions", new JsonArray(versions.stream().<Json>map(Json::of).toList()))
                .put("capabilities", facts.tracked() ? "SupportsTags, SupportsLocation" : "None")
                .build();
    }
}
