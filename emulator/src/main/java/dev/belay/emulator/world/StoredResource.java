package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/**
 * One resource (or resource group) as the world holds it.
 *
 * @param id which one, spelled as when it was created
 * @param apiVersion the api-version it was last written with
 * @param body what a GET shows, with {@code id}, {@code name} and {@code type}, without the
 *     provisioning state
 * @param secrets what was sent and no GET ever shows, in the shape of the body
 * @param state the provisioning state, e.g. {@code Succeeded}
 * @param etag the entity tag of types that have one
 * @param createdAt when this incarnation was created
 * @param changedAt when it was last written
 * @param operation the long-running operation that works on it now
 * @param incarnation differs between a resource and one of the same id made after its deletion
 */
public record StoredResource(
        ResourceId id,
        String apiVersion,
        JsonObject body,
        JsonObject secrets,
        String state,
        Optional<String> etag,
        Instant createdAt,
        Instant changedAt,
        Optional<String> operation,
        long incarnation) {

    public static final String SUCCEEDED = "Succeeded";
    public static final String FAILED = "Failed";
    public static final String DELETING = "Deleting";

    public StoredResource {
        requireNonNull(id);
        requireNonNull(apiVersion);
        requireNonNull(body);
        requireNonNull(secrets);
        requireNonNull(state);
        requireNonNull(etag);
        requireNonNull(createdAt);
        requireNonNull(changedAt);
        requireNonNull(operation);
    }

    /** Whether no long-running operation works on it. */
    public boolean settled() {
        return operation.isEmpty();
    }

    /** The location as written; empty for types without one. */
    public Optional<String> location() {
        return body.get("location").flatMap(Json::asText);
    }

    public JsonObject properties() {
        return body.get("properties").flatMap(Json::asObject).orElse(Json.object());
    }

    public StoredResource withBody(JsonObject newBody) {
        return new StoredResource(
                id,
                apiVersion,
                newBody,
                secrets,
                state,
                etag,
                createdAt,
                changedAt,
                operation,
                incarnation);
    }

    public StoredResource withEtag(Optional<String> newEtag) {
        return new StoredResource(
                id,
                apiVersion,
                body,
                secrets,
                state,
                newEtag,
                createdAt,
                changedAt,
                operation,
                incarnation);
    }

    /** The resource as last written at an instant. */
    public StoredResource changed(Instant at) {
        return new StoredResource(
                id, apiVersion, body, secrets, state, etag, createdAt, at, operation, incarnation);
    }

    /** The resource while the operation works on it. */
    public StoredResource busy(String newState, String newOperation) {
        return new StoredResource(
                id,
                apiVersion,
                body,
                secrets,
                newState,
                etag,
                createdAt,
                changedAt,
                Optional.of(newOperation),
                incarnation);
    }

    /** The resource after its operation has ended in this state. */
    public StoredResource settled(String newState) {
        return new StoredResource(
                id,
                apiVersion,
                body,
                secrets,
                newState,
                etag,
                createdAt,
                changedAt,
                Optional.empty(),
                incarnation);
    }
}
