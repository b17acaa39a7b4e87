package dev.belay.emulator.type.storage;

import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** What the four services of a storage account have in common. */
final class ServiceDefaults {

    private static final JsonObject NO_CORS =
            JsonObject.of("cors", JsonObject.of("corsRules", Json.array()));

    private ServiceDefaults() {}

    /** They come and go with their account only. Evidence: documented; the code inferred. */
    static Optional<Refusal> undeletable(Change change) {
        return change.method() == Method.DELETE
                ? Optional.of(
                        Refusal.provider(
                                405,
                                ResourceErrors.httpMethodNotAllowed("DELETE", change.id().path())))
                : Optional.empty();
    }

    /** The body with an empty list of CORS rules and other defaults. */
    static JsonObject completed(Change change, JsonObject defaults) {
        return Defaults.underProperties(change.body(), defaults.withAll(NO_CORS));
    }

    /** The account's SKU stands in front, as recorded. */
    static JsonObject withSku(StoredResource service, World world) {
        Optional<Json> sku =
                service.id()
                        .container()
                        .flatMap(world::find)
                        .flatMap(account -> account.body().get("sku"));
        return sku.isEmpty()
                ? service.body()
                : JsonObject.of("sku", sku.get()).withAll(service.body().without("sku"));
    }
}
