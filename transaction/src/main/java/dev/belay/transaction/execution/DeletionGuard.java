package dev.belay.transaction.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Fanout;
import dev.belay.arm.Resource;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Deployments;
import dev.belay.client.call.ManagementGroups;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.capture.Inside;
import dev.belay.transaction.change.TypeKnowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure at the moment of deleting that nothing of others lies inside: children by one list per
 * child type, at any depth below what is ours or automatic, and the extension resources that people
 * put on things; of a resource group all that it lists, of a management group what lies below it.
 * What cannot be checked is not deleted.
 */
public final class DeletionGuard {

    private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled");

    private final Resources resources;
    private final Deployments deployments;
    private final ManagementGroups managementGroups;
    private final Inside inside;
    private final InUse inUse;
    private final Set<ResourceId> ours;

    /**
     * A guard for one pass.
     *
     * @param ours what the undo deletes anyway, or has deleted
     */
    public DeletionGuard(
            ArmClient client, Fanout fanout, TypeKnowledge knowledge, Set<ResourceId> ours) {
        this.resources = new Resources(client);
        this.deployments = new Deployments(client);
        this.managementGroups = new ManagementGroups(client);
        this.inside = new Inside(client, fanout, knowledge);
        this.ours = Set.copyOf(ours);
        this.inUse = new InUse(client, this.ours);
    }

    /** Why it stays, if ARM refused its deletion because others use it. */
    Optional<ArmError> usedByOthers(Resource live, ArmError refusal) {
        return inUse.byOthers(live, refusal);
    }

    /** Why it must not be deleted; empty if nothing foreign is inside. */
    Optional<ArmError> foreignInside(ResourceId id) {
        return foreignInside(id, false);
    }

    private Optional<ArmError> foreignInside(ResourceId id, boolean below) {
        var found = new ArrayList<ResourceId>();
        for (ReadList list : inside.made(id, below)) {
            Optional<ArmError> unread = unread(id, list);
            if (unread.isPresent()) {
                return unread;
            }
            found.addAll(Inside.ids(list));
        }
        found.addAll(inside.known(id));
        return found.stream()
                .filter(other -> id.contains(other) && !id.equals(other))
                .flatMap(other -> foreign(id, other).stream())
                .findFirst()
                .or(() -> inScope(id));
    }

    private static Optional<ArmError> unread(ResourceId id, ReadList list) {
        return switch (list) {
            case ReadList.Items _ -> Optional.empty();
            case ReadList.Refused(var error, var status) ->
                    status == 403 || status == 429 || status >= 500
                            ? Optional.of(unchecked(id, error.message()))
                            : Optional.empty();
            case ReadList.NoAnswer(var reason) -> Optional.of(unchecked(id, reason));
        };
    }

    /** What a scope holds besides children and extensions. */
    private Optional<ArmError> inScope(ResourceId id) {
        return id.asScope()
                .flatMap(
                        scope ->
                                switch (scope) {
                                    case Scope.ResourceGroup group -> inGroup(id, group);
                                    case Scope.ManagementGroup group -> belowGroup(id, group);
                                    case Scope.Tenant _, Scope.Subscription _ ->
                                            Optional.of(unchecked(id, "It is no group."));
                                });
    }

    private Optional<ArmError> inGroup(ResourceId id, Scope.ResourceGroup group) {
        ReadList list = resources.inScope(group);
        if (list instanceof ReadList.Refused(var error, var status) && status != 404) {
            return Optional.of(unchecked(id, error.message()));
        }
        Optional<ArmError> unread = unread(id, list).or(() -> running(id, group));
        if (unread.isPresent()) {
            return unread;
        }
        List<ResourceId> items = Inside.ids(list);
        Optional<ArmError> foreign =
                items.stream().flatMap(other -> foreign(id, other).stream()).findFirst();
        return foreign.isPresent()
                ? foreign
                : items.stream()
                        .filter(ours::contains)
                        .flatMap(mine -> foreignInside(mine).stream())
                        .findFirst();
    }

    /** A deployment that still works there; its record would go with the group. */
    private Optional<ArmError> running(ResourceId id, Scope.ResourceGroup group) {
        ReadList list = deployments.list(group);
        if (!(list instanceof ReadList.Items(var items))) {
            return unread(id, list);
        }
        return items.stream()
                .filter(item -> !ENDED.contains(state(item)))
                .map(item -> item.textAt("/id").orElse("A deployment"))
                .map(text -> foreign("'" + text + "' still runs in it."))
                .findFirst();
    }

    private static String state(JsonObject deployment) {
        return deployment
                .textAt("/properties/provisioningState")
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /** Management groups and subscriptions below it do not have it in their paths. */
    private Optional<ArmError> belowGroup(ResourceId id, Scope.ManagementGroup group) {
        return switch (managementGroups.withChildren(group)) {
            case Read.Found(var resource, _, _) ->
                    resource
                            .body()
                            .at("/properties/children")
                            .flatMap(Json::asArray)
                            .orElse(JsonArray.EMPTY)
                            .stream()
                            .flatMap(child -> child.textAt("/id").stream())
                            .filter(child -> !oursBelow(id, child))
                            .map(child -> foreign("'" + child + "' lies below it."))
                            .findFirst();
            case Read.Missing _ -> Optional.empty();
            case Read.Refused(var error, _) -> Optional.of(unchecked(id, error.message()));
            case Read.NoAnswer(var reason) -> Optional.of(unchecked(id, reason));
        };
    }

    /** A group that is ours, or a subscription that the deployment put there. */
    private boolean oursBelow(ResourceId group, String child) {
        return ResourceId.parse(child)
                .filter(
                        below ->
                                ours.contains(below)
                                        || ours.contains(
                                                group.child("subscriptions", below.name())))
                .isPresent();
    }

    private static ArmError foreign(String why) {
        return ArmError.of(StepOutcome.FOREIGN_INSIDE, why);
    }

    private Optional<ArmError> foreign(ResourceId id, ResourceId other) {
        boolean automatic = inside.nobodys(other);
        if (!ours.contains(other) && !automatic) {
            return Optional.of(
                    ArmError.of(
                                    StepOutcome.FOREIGN_INSIDE,
                                    "'" + other + "' is not of this deployment; it would be lost.")
                            .withTarget(other.path()));
        }
        boolean deeper = automatic && !other.equals(id) && !ours.contains(other);
        return deeper ? foreignInside(other, true) : Optional.empty();
    }

    private static ArmError unchecked(ResourceId id, String reason) {
        return ArmError.of(
                StepOutcome.FOREIGN_INSIDE,
                "What lies inside '" + id + "' could not be checked: " + reason);
    }
}
