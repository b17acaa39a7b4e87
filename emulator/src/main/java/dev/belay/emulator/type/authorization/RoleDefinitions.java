package dev.belay.emulator.type.authorization;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ScopeErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Microsoft.Authorization/roleDefinitions}: custom roles. Evidence: refusals recorded, those
 * about assignments documented.
 *
 * <p>Not every built-in role of Azure is known here: one that is not can be assigned, if its name
 * is a random GUID as Azure gives them (inferred), but not read.
 */
public final class RoleDefinitions implements ResourceTypeBehavior {

    static final ResourceType TYPE = ResourceType.of("Microsoft.Authorization/roleDefinitions");

    private static final JsonObject NOTHING =
            JsonObject.builder()
                    .put("actions", Json.array())
                    .put("notActions", Json.array())
                    .put("dataActions", Json.array())
                    .put("notDataActions", Json.array())
                    .build();

    @Override
    public ResourceType type() {
        return TYPE;
    }

    /** A role's own definition, wherever in the tenant it is stored. */
    static Optional<StoredResource> custom(World world, String guid) {
        return all(world, TYPE).filter(role -> role.id().name().equalsIgnoreCase(guid)).findFirst();
    }

    private static Stream<StoredResource> all(World world, ResourceType type) {
        return world.resources().below(Scope.TENANT).stream()
                .filter(stored -> stored.id().type().equals(type));
    }

    @Override
    public Optional<JsonObject> standing(ResourceId id, World world) {
        return BuiltInRoles.body(id.name());
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return builtIn(change)
                .or(
                        () ->
                                change.method() == Method.DELETE
                                        ? assigned(change, world)
                                        : wrongBody(change, world)
                                                .or(() -> narrowed(change, world)));
    }

    /** Evidence: recorded for a PUT, inferred for a DELETE. */
    private static Optional<Refusal> builtIn(Change change) {
        return BuiltInRoles.has(change.id().name())
                ? refused(
                        409,
                        "RoleDefinitionExists",
                        "The role definition ID is already in use by a built-in role.")
                : Optional.empty();
    }

    /** Evidence: documented (RBAC troubleshooting). */
    private static Optional<Refusal> assigned(Change change, World world) {
        return assignments(world, change.id().name()).findAny().isEmpty()
                ? Optional.empty()
                : refused(
                        400,
                        "RoleDefinitionHasAssignments",
                        "There are existing role assignments referencing role.");
    }

    private static Stream<StoredResource> assignments(World world, String guid) {
        return all(world, RoleAssignments.TYPE)
                .filter(one -> RoleAssignments.role(one.properties()).equalsIgnoreCase(guid));
    }

    private static Optional<Refusal> wrongBody(Change change, World world) {
        String name = change.id().name();
        JsonObject sent = Defaults.properties(change.sent());
        String role = text(sent, "roleName");
        String kind = sent.find("type").flatMap(Json::asText).orElse("CustomRole");
        if (!Guids.isGuid(name)) {
            return refused(
                    400,
                    "InvalidRoleDefinitionId",
                    "The role definition ID '"
                            + name
                            + "' is not valid. The role definition ID must be a GUID.");
        }
        if (role.isBlank()) {
            return refused(
                    400,
                    "RoleDefinitionNameNullOrEmpty",
                    "A role definition must have a non-empty, unique name.");
        }
        if (!kind.equalsIgnoreCase("CustomRole")) {
            return refused(
                    400,
                    "InvalidRoleDefinitionType",
                    "The role definition '"
                            + name
                            + "' request is not valid. The Role definition type value '"
                            + kind
                            + "' is not supported. The supported values are 'CustomRole'.");
        }
        if (scopes(sent).isEmpty() || scopes(sent).stream().anyMatch(String::isBlank)) {
            return refused(
                    400,
                    "MissingAssignableScopes",
                    "A role definition must have at least one assignable scope and all assignable"
                            + " scopes must be neither null nor empty.");
        }
        return nameTaken(change, world, role);
    }

    /** Evidence: code recorded (arm-protocol 5.4), text inferred. */
    private static Optional<Refusal> nameTaken(Change change, World world, String role) {
        boolean taken =
                all(world, TYPE)
                        .filter(other -> !other.id().equals(change.id()))
                        .anyMatch(
                                other ->
                                        text(other.properties(), "roleName")
                                                .equalsIgnoreCase(role));
        return taken
                ? refused(
                        409,
                        "RoleDefinitionWithSameNameExists",
                        "A custom role with the same name '"
                                + role
                                + "' already exists in this directory. Use a different name.")
                : Optional.empty();
    }

    /** Evidence: text from a report of the live service. */
    private static Optional<Refusal> narrowed(Change change, World world) {
        List<String> kept = scopes(Defaults.properties(change.sent()));
        List<String> before =
                change.before().map(role -> scopes(role.properties())).orElse(List.of());
        for (String scope : before) {
            boolean removed = kept.stream().noneMatch(scope::equalsIgnoreCase);
            if (removed
                    && assignments(world, change.id().name()).anyMatch(one -> under(scope, one))) {
                return refused(
                        400,
                        "RoleScopeBeingRemovedContainsAssignments",
                        "Role assignments found under scope '"
                                + scope
                                + "' which is being removed. Removing this scope from the role will"
                                + " orphan these assignments. Delete these assignments before"
                                + " removing the scope.");
            }
        }
        return Optional.empty();
    }

    private static boolean under(String scope, StoredResource assignment) {
        return Scope.parse(scope)
                .filter(above -> (assignment.id().folded() + "/").startsWith(above.folded() + "/"))
                .isPresent();
    }

    private static List<String> scopes(JsonObject properties) {
        return properties.find("assignableScopes").flatMap(Json::asArray).stream()
                .flatMap(JsonArray::stream)
                .map(scope -> scope.asText().orElse(""))
                .toList();
    }

    private static String text(JsonObject properties, String name) {
        return properties.find(name).flatMap(Json::asText).orElse("");
    }

    private static Optional<Refusal> refused(int status, String code, String message) {
        return Optional.of(Refusal.provider(status, ArmError.of(code, message)));
    }

    /** Why a role cannot be assigned at a scope: it is not there, or not to be had there. */
    static Optional<Refusal> unassignable(World world, String guid, Scope at) {
        Optional<StoredResource> role = custom(world, guid);
        boolean fits =
                role.isPresent()
                        ? scopes(role.get().properties()).stream()
                                .flatMap(scope -> scope(scope).stream())
                                .anyMatch(scope -> world.hierarchy().covers(scope, at))
                        : BuiltInRoles.has(guid) || Guids.isRandom(guid);
        return fits
                ? Optional.empty()
                : Optional.of(Refusal.provider(400, ScopeErrors.roleDefinitionDoesNotExist(guid)));
    }

    /** An assignable scope may be a resource: then what holds it counts. */
    private static Optional<Scope> scope(String path) {
        return path.equals("/")
                ? Optional.of(Scope.TENANT)
                : Scope.parse(path).or(() -> ResourceId.parse(path).map(ResourceId::scope));
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = Defaults.withProperties(change.body(), set(world.directory().tenantId()));
        List<Json> permissions =
                Defaults.properties(body).get("permissions").flatMap(Json::asArray).stream()
                        .flatMap(JsonArray::stream)
                        .map(RoleDefinitions::whole)
                        .toList();
        return Defaults.withProperties(
                body, JsonObject.of("permissions", new JsonArray(permissions)));
    }

    private static JsonObject set(String owner) {
        return JsonObject.builder()
                .put("type", "CustomRole")
                .put("createdBy", owner)
                .put("updatedBy", owner)
                .build();
    }

    /** Evidence: recorded. */
    private static Json whole(Json permission) {
        return permission instanceof JsonObject own ? Defaults.under(own, NOTHING) : permission;
    }
}
