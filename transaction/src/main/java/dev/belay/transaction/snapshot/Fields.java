package dev.belay.transaction.snapshot;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The members of a JSON object that Belay wrote itself, read strictly: a member that is missing or
 * of another kind means that the stored text is corrupt.
 *
 * @param json the stored object
 */
public record Fields(JsonObject json) {

    /**
     * The members of a stored value.
     *
     * @throws IllegalStateException if the value is no object
     */
    public static Fields of(Json json) {
        return new Fields(
                json.asObject()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Not an object in a stored text.")));
    }

    public Json value(String name) {
        return json.get(name)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The stored member '" + name + "' is missing."));
    }

    public Optional<Json> optional(String name) {
        return json.get(name);
    }

    public String text(String name) {
        return value(name).asText().orElseThrow(() -> wrong(name));
    }

    public Optional<String> optionalText(String name) {
        return json.get(name).flatMap(Json::asText);
    }

    public int number(String name) {
        return value(name) instanceof JsonNumber number
                ? number.value().intValueExact()
                : fail(name);
    }

    public boolean truth(String name) {
        return value(name).equals(Json.of(true));
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public ResourceId id(String name) {
        return ResourceId.of(text(name));
    }

    public Digest digest(String name) {
        return new Digest(text(name));
    }

    public Fields object(String name) {
        return of(value(name));
    }

    public Optional<ArmError> error(String name) {
        return json.get(name).flatMap(ArmError::from);
    }

    /** The items of a list; none if the member is missing. */
    public List<Json> items(String name) {
        return json.get(name).flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
    }

    public List<JsonPointer> pointers(String name) {
        return items(name).stream()
                .map(item -> JsonPointer.parse(item.asText().orElseThrow(() -> wrong(name))))
                .toList();
    }

    /** The pointers as a list of texts. */
    public static JsonArray ofPointers(List<JsonPointer> pointers) {
        return new JsonArray(
                pointers.stream().<Json>map(pointer -> Json.of(pointer.toString())).toList());
    }

    private static int fail(String name) {
        throw wrong(name);
    }

    private static IllegalStateException wrong(String name) {
        return new IllegalStateException("The stored member '" + name + "' has the wrong kind.");
    }
}
