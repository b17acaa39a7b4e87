package dev.belay.arm;

import static java.util.Objects.requireNonNull;

import dev.belay.json.JsonObject;

/**
 * A resource as ARM showed it.
 *
 * @param id which one
 * @param apiVersion the api-version it was read with; the same one is used to write it back
 * @param body the whole body of the GET
 */
public record Resource(ResourceId id, String apiVersion, JsonObject body) {

    public Resource {
        requireNonNull(id);
        requireNonNull(apiVersion);
        requireNonNull(body);
    }
}
