package dev.belay.transaction.snapshot;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** What ARM said of one resource at one moment. */
public sealed interface SnapshotEntry {

    ResourceId id();

    /** The api-version of the reading; writing it back uses the same. */
    String apiVersion();

    /** It is there. */
    record Present(Resource resource, Optional<String> etag) implements SnapshotEntry {
        public Present {
            requireNonNull(resource);
            requireNonNull(etag);
        }

        @Override
        public ResourceId id() {
            return resource.id();
        }

        @Override
        public String apiVersion() {
            return resource.apiVersion();
        }

        public JsonObject body() {
            return resource.body();
        }
    }

    /** ARM says that this resource does not exist; no other 404 counts. */
    record Absent(ResourceId id, String apiVersion) implements SnapshotEntry {}

    /** Neither: forbidden, broken, or no answer. */
    record Unreadable(ResourceId id, String apiVersion, ArmError error) implements SnapshotEntry {}

    default Optional<Present> present() {
        return this instanceof Present here ? Optional.of(here) : Optional.empty();
    }

    default JsonObject toJson() {
        var json = JsonObject.builder().put("id", id().path()).put("apiVersion", apiVersion());
        return switch (this) {
            case Present(var resource, var etag) ->
                    json.put("state", "present")
                            .put("etag", etag.map(Json::of))
                            .put("body", resource.body())
                            .build();
            case Absent _ -> json.put("state", "absent").build();
            case Unreadable(_, _, var error) ->
                    json.put("state", "unreadable").put("error", error.toJson()).build();
        };
    }

    /**
     * Reads a stored entry.
     *
     * @throws IllegalStateException if the stored text is corrupt
     */
    static SnapshotEntry of(Json json) {
        Fields fields = Fields.of(json);
        ResourceId id = fields.id("id");
        String version = fields.text("apiVersion");
        return switch (fields.text("state")) {
            case "present" ->
                    new Present(
                            new Resource(id, version, fields.object("body").json()),
                            fields.optionalText("etag"));
            case "absent" -> new Absent(id, version);
            case "unreadable" ->
                    new Unreadable(
                            id,
                            version,
                            fields.error("error").orElseGet(() -> ArmError.of("Unknown", "")));
            default -> throw new IllegalStateException("No state of an entry: " + id + ".");
        };
    }
}
