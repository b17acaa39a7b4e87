package dev.belay.transaction.change;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Fields;

import java.util.List;

/**
 * Something that an undo leaves different from the snapshot, and why.
 *
 * @param id which resource
 * @param paths which places in it, an item of a keyed list named by its key; empty: the resource as
 *     a whole
 * @param reason why
 * @param text for people, one sentence
 */
public record Finding(ResourceId id, List<JsonPointer> paths, Reason reason, String text) {

    public Finding {
        requireNonNull(id);
        requireNonNull(reason);
        requireNonNull(text);
        paths = List.copyOf(paths);
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id.path())
                .put("paths", Fields.ofPointers(paths))
                .put("reason", reason.name())
                .put("text", text)
                .build();
    }

    public static Finding of(Json json) {
        Fields fields = Fields.of(json);
        return new Finding(
                fields.id("id"),
                fields.pointers("paths"),
                Reason.valueOf(fields.text("reason")),
                fields.text("text"));
    }
}
