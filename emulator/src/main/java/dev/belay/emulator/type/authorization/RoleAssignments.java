package dev.belay.emulator.type.authorization;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * {@code Microsoft.Authorization/roleAssignments}: one per principal, role and scope; what it says
 * cannot be changed. Evidence: {@code RoleAssignmentExists} recorded, {@code
 * RoleAssignmentUpdateNotPermitted} documented.
 */
public final class RoleAssignments implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Authorization/roleAssignments");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        if (change.before().isPresent()) {
            return same(change, change.before().get())
                    ? Optional.empty()
                    : Optional.of(
                            Refusal.provider(
                                    400,
                                    ArmError.of(
                                            "RoleAssignmentUpdateNotPermitted",
                                            "Tenant ID, application ID, principal ID, and scope"
                                                    + " are not allowed to be updated.")));
        }
        boolean exists =
                world.resources().ofType(change.id().parent(), type()).stream()
                        .anyMatch(other -> same(change, other));
        return exists
                ? Optional.of(
                        Refusal.provider(
                                409,
                                ArmError.of(
                                        "RoleAssignmentExists",
                                        "The role assignment already exists.")))
                : Optional.empty();
    }

    private static boolean same(Change change, StoredResource other) {
        return text(Defaults.properties(change.sent()), "principalId")
                        .equalsIgnoreCase(text(other.properties(), "principalId"))
                && role(Defaults.properties(change.sent()))
                        .equalsIgnoreCase(role(other.properties()));
    }

    private static String role(JsonObject properties) {
        String id = text(properties, "roleDefinitionId");
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String text(JsonObject properties, String name) {
        return properties.find(name).flatMap(Json::asText).orElse("");
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body =
                Defaults.underProperties(
                        change.body(), JsonObject.of("principalType", Json.of("ServicePrincipal")));
        String parent = change.id().parent().path();
        return Defaults.withProperties(
                body, JsonObject.of("scope", Json.of(parent.isEmpty() ? "/" : parent)));
    }
}
