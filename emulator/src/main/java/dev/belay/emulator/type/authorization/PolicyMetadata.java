package dev.belay.emulator.type.authorization;

import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * Who wrote a policy resource, and when, as Azure writes it into the author's own metadata.
 * Evidence: recorded.
 */
final class PolicyMetadata {

    private PolicyMetadata() {}

    static JsonObject stamped(JsonObject body, Change change, World world) {
        JsonObject own = metadata(Defaults.properties(body));
        Optional<JsonObject> before = change.before().map(stored -> metadata(stored.properties()));
        Json who = Json.of(world.directory().tenantId());
        Json when = Json.of(change.now().toString());
        Json nobody = Json.nullValue();
        JsonObject stamped =
                own.without("createdBy")
                        .without("createdOn")
                        .without("updatedBy")
                        .without("updatedOn")
                        .with("createdBy", before.flatMap(old -> old.get("createdBy")).orElse(who))
                        .with("createdOn", before.flatMap(old -> old.get("createdOn")).orElse(when))
                        .with("updatedBy", before.isPresent() ? who : nobody)
                        .with("updatedOn", before.isPresent() ? when : nobody);
        return Defaults.withProperties(body, JsonObject.of("metadata", stamped));
    }

    private static JsonObject metadata(JsonObject properties) {
        return properties.find("metadata").flatMap(Json::asObject).orElse(Json.object());
    }
}
