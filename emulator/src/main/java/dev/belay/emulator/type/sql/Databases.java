package dev.belay.emulator.type.sql;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** {@code Microsoft.Sql/servers/databases}. Defaults: documented; form: recorded. */
public final class Databases implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.builder()
                    .put("collation", "SQL_Latin1_General_CP1_CI_AS")
                    .put("catalogCollation", "SQL_Latin1_General_CP1_CI_AS")
                    .put("zoneRedundant", false)
                    .put("readScale", "Disabled")
                    .put("requestedBackupStorageRedundancy", "Geo")
                    .put("maxSizeBytes", 34_359_738_368L)
                    .build();

    private static final JsonObject SKU =
            JsonObject.builder()
                    .put("name", "GP_Gen5")
                    .put("tier", "GeneralPurpose")
                    .put("family", "Gen5")
                    .put("capacity", 2)
                    .build();

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Sql/servers/databases");
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = Defaults.underProperties(change.body(), DEFAULTS);
        if (body.get("sku").isEmpty()) {
            body = body.with("sku", SKU);
        }
        Json sku = body.get("sku").orElse(SKU);
        String seed = change.id().folded() + "#" + change.incarnation();
        var created = change.before().map(before -> before.createdAt()).orElse(change.now());
        return Defaults.withProperties(
                body,
                JsonObject.builder()
                        .put("status", "Online")
                        .put(
                                "databaseId",
                                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                                        .toString())
                        .put("creationDate", created.toString())
                        .put("currentSku", sku)
                        .put("currentServiceObjectiveName", sku.textAt("/name").map(Json::of))
                        .build());
    }
}
