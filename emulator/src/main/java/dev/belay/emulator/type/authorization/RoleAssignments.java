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
 * cannot be changed, and its name is one GUID in the whole tenant. Evidence: {@code
 * RoleAssignmentExists} recorded, {@code RoleAssignmentUpdateNotPermitted} documented.
 */
public final class RoleAssignments implements ResourceTypeBehavior {

    static final ResourceType TYPE = ResourceType.of("Microsoft.Authorization/roleAssignments");

    @Override
    public ResourceType type() {
        return TYPE;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        Optional<Refusal> wrong = wrongIds(change);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (change.before().isPresent()) {
            return same(change, change.before().get()) ? Optional.empty() : updateNotPermitted();
        }
        if (world.resources().takenByAnother(change.id())) {
            return updateNotPermitted();
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

    /** Evidence: that of the principal recorded, that of the name documented. */
    private static Optional<Refusal> wrongIds(Change change) {
        String principal = text(Defaults.properties(change.sent()), "principalId");
        if (!Guids.isGuid(change.id().name())) {
            return refused(
                    "InvalidRoleAssignmentId",
                    "The role assignment ID '"
                            + change.id().name()
                            + "' is not valid. The role assignment ID must be a GUID.");
        }
        return principal.isEmpty() || Guids.isGuid(principal)
                ? Optional.empty()
                : refused(
                        "InvalidPrincipalId",
                        "The Principal ID '"
                                + principal
                                + "' is not valid. Principal ID must be a GUID.");
    }

    /** A name is one of the whole tenant: used again elsewhere, it asks for another scope. */
    private static Optional<Refusal> updateNotPermitted() {
        return refused(
                "RoleAssignmentUpdateNotPermitted",
                "Tenant ID, application ID, principal ID, and scope are not allowed to be"
                        + " updated.");
    }

    private static Optional<Refusal> refused(String code, String message) {
        return Optional.of(Refusal.provider(400, ArmError.of(code, message)));
    }

    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        return change.method() == Method.PUT
                ? RoleDefinitions.unassignable(
                                world,
                                role(Defaults.properties(change.sent())),
                                change.id().scope())
                        .or(() -> otherPrincipal(change, world))
                : Optional.empty();
    }

    /** An identity that is known to be one is no user. Evidence: documented; text inferred. */
    private static Optional<Refusal> otherPrincipal(Change change, World world) {
        JsonObject sent = Defaults.properties(change.sent());
        String principal = text(sent, "principalId");
        String kind = text(sent, "principalType");
        boolean other = !kind.isEmpty() && !kind.equalsIgnoreCase("ServicePrincipal");
        return other && isIdentity(world, principal)
                ? refused(
                        "UnmatchedPrincipalType",
                        "The PrincipalId '"
                                + principal
                                + "' has type 'ServicePrincipal', which is different from specified"
                                + " PrincipalType '"
                                + kind
                                + "'.")
                : Optional.empty();
    }

    private static boolean isIdentity(World world, String principal) {
        return world.directory().principals().stream()
                        .anyMatch(one -> one.objectId().equalsIgnoreCase(principal))
                || world.resources().byId().values().stream()
                        .anyMatch(
                                stored ->
                                        stored.body()
                                                .textAt("/identity/principalId")
                                                .filter(principal::equalsIgnoreCase)
                                                .isPresent());
    }

    private static boolean same(Change change, StoredResource other) {
        return text(Defaults.properties(change.sent()), "principalId")
                        .equalsIgnoreCase(text(other.properties(), "principalId"))
                && role(Defaults.properties(change.sent()))
                        .equalsIgnoreCase(role(other.properties()));
    }

    static String role(JsonObject properties) {
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
        String owner = world.directory().tenantId();
        JsonObject set =
                JsonObject.builder()
                        .put("scope", parent.isEmpty() ? "/" : parent)
                        .put("createdBy", owner)
                        .put("updatedBy", owner)
                        .build();
        return Defaults.withProperties(body, set);
    }
}
