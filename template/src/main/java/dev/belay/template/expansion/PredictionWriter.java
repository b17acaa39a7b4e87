package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what was expanded as Microsoft's engine shows it. */
final class PredictionWriter {

    private static final Set<String> MEMBERS =
            Set.of(
                    "location",
                    "tags",
                    "sku",
                    "kind",
                    "identity",
                    "zones",
                    "plan",
                    "scale",
                    "placement",
                    "managedby",
                    "managedbyextended",
                    "extendedlocation",
                    "properties");

    private final List<JsonObject> resources = new ArrayList<>();

    private PredictionWriter() {}

    static Prediction write(TemplateResult result) {
        var writer = new PredictionWriter();
        writer.resources(result, Optional.empty());
        var outputs = JsonObject.builder();
        result.outputs().forEach((name, output) -> outputs.put(name, shown(output.value())));
        return new Prediction(writer.resources, outputs.build(), result.run().shared().warnings());
    }

    // An output in which something is left to the deployment is shown as one expression.
    private static Json shown(Value value) {
        return value instanceof Value.Known(Json json)
                ? json
                : new Value.Deferred(value.asExpression()).shown();
    }

    private void resources(TemplateResult result, Optional<Value> inherited) {
        for (Instance instance : result.instances()) {
            if (!instance.shown()) {
                continue;
            }
            Optional<Value> condition = instance.openCondition().or(() -> inherited);
            if (instance.isDeployment()) {
                result.run()
                        .nested()
                        .of(instance)
                        .result()
                        .ifPresent(inner -> resources(inner, condition));
            } else {
                resources.add(resource(instance, condition));
            }
        }
    }

    private static JsonObject resource(Instance instance, Optional<Value> condition) {
        Identity identity = instance.identity();
        var json =
                JsonObject.builder()
                        .put("id", identity.id().shown())
                        .put("type", identity.type())
                        .put("name", identity.name().shown());
        condition.ifPresent(value -> json.put("condition", value.shown()));
        Json version = instance.apiVersion().shown();
        if (version.asText().filter(String::isEmpty).isEmpty()) {
            json.put("apiVersion", version);
        }
        for (Map.Entry<String, Value> member :
                instance.body().asMembers().orElseThrow().entrySet()) {
            String name = member.getKey();
            if (MEMBERS.contains(name.toLowerCase(Locale.ROOT))) {
                json.put(spelled(name), member.getValue().shown());
            }
        }
        return json.build();
    }

    // Member names ignore case and are shown in ARM's own spelling.
    private static String spelled(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "managedby" -> "managedBy";
            case "managedbyextended" -> "managedByExtended";
            case "extendedlocation" -> "extendedLocation";
            case String folded -> folded;
        };
    }
}
