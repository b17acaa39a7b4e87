package dev.belay.cli.command;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.NestedDeployment;
import dev.belay.template.value.Value;

import java.util.List;

/** An expanded template as JSON. Secrets are {@code "[secure]"}. */
final class ExpandedJson {

    private ExpandedJson() {}

    /** {@code {"type":"expansion","resources":[…],"outputs":{…}}}. */
    static JsonObject of(Expanded expanded) {
        return JsonObject.of("type", Json.of("expansion")).withAll(content(expanded));
    }

    private static JsonObject content(Expanded expanded) {
        List<Json> resources =
                expanded.resources().stream().<Json>map(ExpandedJson::resource).toList();
        var outputs = JsonObject.builder();
        expanded.outputs()
                .forEach(
                        (name, output) ->
                                outputs.put(
                                        name,
                                        JsonObject.of(
                                                "type",
                                                Json.of(output.type()),
                                                "value",
                                                output.secure()
                                                        ? Value.secure(output.value()).shown()
                                                        : output.value().shown())));
        return JsonObject.of("resources", new JsonArray(resources), "outputs", outputs.build());
    }

    private static JsonObject resource(ExpandedResource resource) {
        var json =
                JsonObject.builder()
                        .put("id", resource.id().path())
                        .put("apiVersion", resource.apiVersion())
                        .put("symbolicName", resource.symbolicName().map(Json::of))
                        .put("condition", resource.condition().map(Value::shown));
        if (resource.existing()) {
            json.put("existing", true);
        }
        json.put(
                "dependsOn",
                new JsonArray(
                        resource.dependsOn().stream()
                                .<Json>map(id -> Json.of(id.path()))
                                .toList()));
        resource.nested()
                .ifPresentOrElse(
                        nested -> json.put("deployment", nested(nested)),
                        () -> json.put("body", resource.body().shown()));
        return json.build();
    }

    private static JsonObject nested(NestedDeployment nested) {
        JsonObject scope = JsonObject.of("scope", Json.of(nested.scope().path()));
        return nested.expanded().map(inner -> scope.withAll(content(inner))).orElse(scope);
    }
}
