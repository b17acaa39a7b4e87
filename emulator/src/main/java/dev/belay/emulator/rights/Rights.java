package dev.belay.emulator.rights;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a principal may do: the roles that the world file gives it, and the role assignments that
 * stand. They count at their scope and below it; nothing above a scope follows from it.
 */
public final class Rights {

    private static final ResourceType ASSIGNMENT =
            ResourceType.of("Microsoft.Authorization/roleAssignments");
    private static final ResourceType DEFINITION =
            ResourceType.of("Microsoft.Authorization/roleDefinitions");
    private static final String MANAGEMENT_GROUPS =
            "/providers/microsoft.management/managementgroups/";

    private final World world;
    private final Directory.Principal principal;

    private Rights(World world, Directory.Principal principal) {
        this.world = world;
        this.principal = principal;
    }

    /**
     * The rights of who acts in this world now; empty: the owner of all, who may do everything, or
     * no principal is listed.
     */
    public static Optional<Rights> ofCaller(World world) {
        return world.directory()
                .caller()
                .flatMap(name -> principal(world, name))
                .map(one -> new Rights(world, one));
    }

    /** The principal of a name. */
    public static Optional<Directory.Principal> principal(World world, String name) {
        return world.directory().principals().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Why a request may not be answered: 403, code {@code AuthorizationFailed}.
     *
     * @param segments of the path, decoded
     */
    public Optional<ArmError> refuse(Method method, List<String> segments) {
        return Wanted.of(method, segments)
                .filter(wanted -> !may(wanted.action(), wanted.scope()))
                .map(
                        wanted ->
                                ResourceErrors.authorizationFailed(
                                        principal.clientId(),
                                        principal.objectId(),
                                        wanted.action(),
                                        wanted.scope()));
    }

    /** Why a resource of a template may not be written; asked before a deployment begins. */
    public Optional<ArmError> refuseWrite(ResourceId id) {
        String action =
                id.type().equals(ResourceType.RESOURCE_GROUP)
                        ? "Microsoft.Resources/subscriptions/resourceGroups/write"
                        : id.type() + "/write";
        return may(action, id.path())
                ? Optional.empty()
                : Optional.of(
                        ResourceErrors.authorizationFailedForResource(
                                id, principal.clientId(), principal.objectId(), action));
    }

    private boolean may(String action, String scope) {
        List<String> scopes = scopesOver(scope.toLowerCase(Locale.ROOT));
        for (Directory.Grant grant : grants()) {
            boolean covers =
                    scopes.contains(folded(grant.scope()))
                            || scope.toLowerCase(Locale.ROOT)
                                    .startsWith(folded(grant.scope()) + "/")
                            || folded(grant.scope()).isEmpty();
            if (covers && role(grant.role()).filter(role -> role.allows(action)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String scope) {
        String lower = scope.toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private List<Directory.Grant> grants() {
        var grants = new ArrayList<>(principal.roles());
        for (StoredResource assignment : standing(ASSIGNMENT)) {
            if (text(assignment, "principalId").equalsIgnoreCase(principal.objectId())) {
                grants.add(
                        new Directory.Grant(
                                text(assignment, "roleDefinitionId"),
                                assignment.id().parent().path()));
            }
        }
        return grants;
    }

    private Optional<Role> role(String wanted) {
        return Role.builtIn(wanted)
                .or(
                        () ->
                                standing(DEFINITION).stream()
                                        .map(Rights::defined)
                                        .filter(role -> role.isCalled(wanted))
                                        .findFirst());
    }

    private static Role defined(StoredResource definition) {
        return new Role(
                definition.id().name(),
                text(definition, "roleName"),
                permissions(definition, "actions"),
                permissions(definition, "notActions"));
    }

    private static List<String> permissions(StoredResource definition, String kind) {
        var patterns = new ArrayList<String>();
        Json permissions = definition.body().at("/properties/permissions").orElse(JsonArray.EMPTY);
        for (Json one : permissions.asArray().orElse(JsonArray.EMPTY)) {
            for (Json pattern : one.at("/" + kind).flatMap(Json::asArray).orElse(JsonArray.EMPTY)) {
                pattern.asText().ifPresent(patterns::add);
            }
        }
        return patterns;
    }

    private List<StoredResource> standing(ResourceType type) {
        return world.resources().below(Scope.TENANT).stream()
                .filter(stored -> stored.id().type().equals(type))
                .toList();
    }

    private static String text(StoredResource resource, String name) {
        return resource.properties().find(name).flatMap(Json::asText).orElse("");
    }

    /** A path in lower case and the management groups over it, folded; the root group last. */
    private List<String> scopesOver(String path) {
        var over = new ArrayList<>(List.of(path));
        Optional<ResourceId> group = holder(path);
        while (group.isPresent()) {
            over.add(group.get().folded());
            group = world.resources().find(group.get()).flatMap(world.hierarchy()::parentOf);
        }
        return over;
    }

    private Optional<ResourceId> holder(String path) {
        if (path.startsWith("/subscriptions/")) {
            return Optional.of(world.hierarchy().groupOf(path.split("/", -1)[2]));
        }
        if (!path.startsWith(MANAGEMENT_GROUPS)) {
            return Optional.empty();
        }
        String name = path.substring(MANAGEMENT_GROUPS.length()).split("/", -1)[0];
        // a group that is yet to be made will lie below the root group, unless it says more
        return Optional.of(
                Hierarchy.id(
                        world.hierarchy().group(name).isPresent()
                                ? name
                                : world.directory().tenantId()));
    }
}
