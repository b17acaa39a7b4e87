package dev.belay.transaction.snapshot;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;

import java.util.List;

/**
 * The template of a resource group as ARM exported it before the deployment.
 *
 * @param template as ARM wrote it
 * @param resources what the template holds: whatever else is there, a deployment of it in mode
 *     Complete may delete
 */
public record Export(JsonObject template, List<ResourceId> resources) {

    public static final int FORMAT_VERSION = 1;

    public Export {
        requireNonNull(template);
        resources = List.copyOf(resources);
    }

    /** The blob. */
    public String toText() {
        return JsonWriter.compact(
                JsonObject.of(
                        "formatVersion",
                        Json.of(FORMAT_VERSION),
                        "resources",
                        new JsonArray(
                                resources.stream().<Json>map(id -> Json.of(id.path())).toList()),
                        "template",
                        template));
    }

    /**
     * Reads the blob.
     *
     * @throws IllegalStateException if it is corrupt
     */
    public static Export read(String blob) {
        try {
            Fields fields = Fields.of(JsonReader.strict().read(blob));
            return new Export(
                    fields.object("template").json(),
                    fields.items("resources").stream()
                            .map(item -> ResourceId.of(item.asText().orElse("")))
                            .toList());
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("An exported template is no JSON.", e);
        }
    }
}
