package dev.belay.emulator.type.sql;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * {@code Microsoft.Sql/servers}: created with a login and its password, or with an Entra
 * administrator alone. Evidence: documented; texts: documented, statuses inferred.
 */
public final class Servers implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.builder()
                    .put("version", "12.0")
                    .put("minimalTlsVersion", "1.2")
                    .put("publicNetworkAccess", "Enabled")
                    .put("restrictOutboundNetworkAccess", "Disabled")
                    .build();

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Sql/servers");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        if (world.resources().takenByAnother(change.id())) {
            return Optional.of(
                    Refusal.provider(
                            409,
                            ArmError.of(
                                    "NameAlreadyExists",
                                    "The name '"
                                            + change.id().name()
                                            + "' already exists. Choose a different name.")));
        }
        boolean entraOnly =
                change.sent()
                        .at("/properties/administrators/azureADOnlyAuthentication")
                        .filter(Json.of(true)::equals)
                        .isPresent();
        JsonObject properties = Defaults.properties(change.sent());
        boolean login =
                properties.find("administratorLogin").isPresent()
                        && properties.find("administratorLoginPassword").isPresent();
        return change.creates() && !entraOnly && !login
                ? Optional.of(
                        Refusal.provider(
                                400,
                                ArmError.of(
                                        "InvalidParameterValue",
                                        "Invalid value given for parameter AdministratorLogin."
                                                + " Specify a valid parameter value.")))
                : Optional.empty();
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = Defaults.underProperties(change.body(), DEFAULTS);
        Optional<Json> login =
                change.before().flatMap(before -> before.properties().get("administratorLogin"));
        JsonObject set =
                JsonObject.builder()
                        .put(
                                "fullyQualifiedDomainName",
                                change.id().name() + ".database.windows.net")
                        .put("state", "Ready")
                        .put("administratorLogin", login)
                        .build();
        return Defaults.withProperties(body, set).with("kind", Json.of("v12.0"));
    }
}
