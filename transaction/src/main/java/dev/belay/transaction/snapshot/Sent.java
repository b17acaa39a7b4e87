package dev.belay.transaction.snapshot;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a deployment sends, resource by resource. A child that also is a list item of its parent
 * stands in the parent's list too.
 *
 * @param bodies the members to PUT, {@link Mark}s in place of secrets and of what only the
 *     deployment knows
 */
public record Sent(SequencedMap<ResourceId, JsonObject> bodies) {

    public static final int FORMAT_VERSION = 1;

    public Sent {
        bodies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bodies));
    }

    public Optional<JsonObject> body(ResourceId id) {
        return Optional.ofNullable(bodies.get(id));
    }

    /** The blob. */
    public String toText() {
        var items =
                bodies.entrySet().stream()
                        .<Json>map(
                                sent ->
                                        JsonObject.of(
                                                "id",
                                                Json.of(sent.getKey().path()),
                                                "body",
                                                sent.getValue()))
                        .toList();
        return JsonWriter.compact(
                JsonObject.of(
                        "formatVersion", Json.of(FORMAT_VERSION), "sent", new JsonArray(items)));
    }

    /**
     * Reads the blob.
     *
     * @throws IllegalStateException if it is corrupt
     */
    public static Sent read(String blob) {
        try {
            Fields fields = Fields.of(JsonReader.strict().read(blob));
            var bodies = new LinkedHashMap<ResourceId, JsonObject>();
            for (Json item : fields.items("sent")) {
                Fields sent = Fields.of(item);
                bodies.put(sent.id("id"), sent.object("body").json());
            }
            return new Sent(bodies);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("The record of the sent bodies is no JSON.", e);
        }
    }
}
