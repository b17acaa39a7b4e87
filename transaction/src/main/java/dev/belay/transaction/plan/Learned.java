package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Fields;

/**
 * What only a step could learn, such as the new {@code principalId} of an identity.
 *
 * @param id the resource that shows it
 * @param pointer where in its GET body
 * @param value what it is now; never a secret
 */
public record Learned(ResourceId id, JsonPointer pointer, Json value) {

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id.path())
                .put("pointer", pointer.toString())
                .put("value", value)
                .build();
    }

    public static Learned of(Json json) {
        Fields fields = Fields.of(json);
        return new Learned(
                fields.id("id"), JsonPointer.parse(fields.text("pointer")), fields.value("value"));
    }
}
