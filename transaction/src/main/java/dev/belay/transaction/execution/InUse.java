package dev.belay.transaction.execution;

import static java.util.stream.Collectors.joining;

import dev.belay.arm.ArmError;
import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceParent;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ManagementGroups;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who uses a policy or role that ARM does not delete because it is assigned. What others made is
 * not deleted for it: the definition stays, and they are named.
 */
final class InUse {

    /** A type that uses definitions. */
    private record User(String type, String apiVersion) {}

    private static final User POLICY_ASSIGNMENTS =
            new User("Microsoft.Authorization/policyAssignments", "2022-06-01");
    private static final User POLICY_SETS =
            new User("Microsoft.Authorization/policySetDefinitions", "2021-06-01");
    private static final User ROLE_ASSIGNMENTS =
            new User("Microsoft.Authorization/roleAssignments", "2022-04-01");

    /** ARM's codes (documented) to what may use the resource. */
    private static final Map<String, List<User>> USERS =
            Map.of(
                    "InvalidDeletePolicyDefinitionRequest",
                    List.of(POLICY_ASSIGNMENTS, POLICY_SETS),
                    "InvalidDeletePolicySetDefinitionRequest",
                    List.of(POLICY_ASSIGNMENTS),
                    "RoleDefinitionHasAssignments",
                    List.of(ROLE_ASSIGNMENTS));

    private static final String ROLE = "/providers/microsoft.authorization/roledefinitions/";

    private final Resources resources;
    private final ManagementGroups managementGroups;
    private final Set<ResourceId> ours;

    /**
     * @param ours what the undo deletes anyway, or has deleted
     */
    InUse(ArmClient client, Set<ResourceId> ours) {
        this.resources = new Resources(client);
        this.managementGroups = new ManagementGroups(client);
        this.ours = ours;
    }

    /**
     * Why a resource stays.
     *
     * @param refusal ARM's answer to its deletion
     * @return empty if that says something else, or no user of others was found: then it is tried
     *     again
     */
    Optional<ArmError> byOthers(Resource live, ArmError refusal) {
        List<User> kinds = USERS.getOrDefault(refusal.innermost().code(), List.of());
        Set<ResourceId> users = new LinkedHashSet<>();
        for (Scope scope : kinds.isEmpty() ? List.<Scope>of() : scopes(live)) {
            for (User kind : kinds) {
                using(live.id(), scope, kind).filter(id -> !ours.contains(id)).forEach(users::add);
            }
        }
        return users.isEmpty() ? Optional.empty() : Optional.of(error(users));
    }

    private static ArmError error(Set<ResourceId> users) {
        String named = users.stream().map(id -> "'" + id + "'").collect(joining(", "));
        return ArmError.of(
                        StepOutcome.IN_USE,
                        named
                                + (users.size() == 1 ? ", which is" : ", which are")
                                + " not of this deployment, still"
                                + (users.size() == 1 ? " uses" : " use")
                                + " it, and ARM deletes no definition in use. Once that has ended,"
                                + " 'belay rollback' of this transaction deletes it.")
                .withTarget(users.iterator().next().path());
    }

    private Stream<ResourceId> using(ResourceId definition, ResourceParent scope, User kind) {
        ReadList list =
                resources.extensions(scope, ResourceType.of(kind.type()), kind.apiVersion());
        return list instanceof ReadList.Items(var items)
                ? items.stream()
                        .filter(
                                item ->
                                        item.find("properties")
                                                .filter(p -> names(p, definition))
                                                .isPresent())
                        .flatMap(item -> item.textAt("/id").flatMap(ResourceId::parse).stream())
                        .filter(id -> !id.equals(definition))
                : Stream.empty();
    }

    /** Whether the id stands somewhere in a body; a role counts wherever it is said to lie. */
    private static boolean names(Json json, ResourceId definition) {
        return switch (json) {
            case JsonString(var text) -> names(text.toLowerCase(Locale.ROOT), definition);
            case JsonArray array -> array.stream().anyMatch(item -> names(item, definition));
            case JsonObject object ->
                    object.members().values().stream().anyMatch(each -> names(each, definition));
            case Json _ -> false;
        };
    }

    private static boolean names(String text, ResourceId definition) {
        String id = definition.path().toLowerCase(Locale.ROOT);
        int role = id.lastIndexOf(ROLE);
        return text.equals(id) || (role >= 0 && text.endsWith(id.substring(role)));
    }

    /** Where it can be used: where it lies, of a role where it can be assigned, and below. */
    private List<Scope> scopes(Resource live) {
        Set<Scope> scopes = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(live.id().scope()),
                        live
                                .body()
                                .at("/properties/assignableScopes")
                                .flatMap(Json::asArray)
                                .orElse(JsonArray.EMPTY)
                                .stream()
                                .flatMap(each -> each.asText().flatMap(Scope::parse).stream()))
                .forEach(
                        scope -> {
                            scopes.add(scope);
                            if (scope instanceof Scope.ManagementGroup group) {
                                scopes.addAll(below(group));
                            }
                        });
        return List.copyOf(scopes);
    }

    /** A subscription's lists show its groups too; a management group's show only itself. */
    private List<Scope> below(Scope.ManagementGroup group) {
        var below = new ArrayList<Scope>();
        if (managementGroups.tree(group) instanceof Read.Found(var resource, _, _)) {
            resource.body().at("/properties").ifPresent(tree -> children(tree, below));
        }
        return below;
    }

    private static void children(Json parent, List<Scope> below) {
        parent.at("/children").flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                .forEach(
                        child -> {
                            child.textAt("/id").flatMap(Scope::parse).ifPresent(below::add);
                            children(child, below);
                        });
    }
}
