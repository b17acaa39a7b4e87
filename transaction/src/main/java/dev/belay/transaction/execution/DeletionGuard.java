package dev.belay.transaction.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.types.catalog.TypeFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes sure at the moment of deleting that nothing of others lies inside: children by one list per
 * child type, at any depth below what is ours or automatic, and the extension resources that people
 * put on things. What cannot be checked is not deleted.
 */
public final class DeletionGuard {

    private static final List<Extension> EXTENSIONS =
            List.of(
                    new Extension("Microsoft.Authorization/locks", "2020-05-01"),
                    new Extension("Microsoft.Authorization/roleAssignments", "2022-04-01"),
                    new Extension("Microsoft.Insights/diagnosticSettings", "2021-05-01-preview"));

    private final Resources resources;
    private final Fanout fanout;
    private final TypeKnowledge knowledge;
    private final Set<ResourceId> ours;

    /**
     * A guard for one pass.
     *
     * @param ours what the undo deletes anyway, or has deleted
     */
    public DeletionGuard(
            ArmClient client, Fanout fanout, TypeKnowledge knowledge, Set<ResourceId> ours) {
        this.resources = new Resources(client);
        this.fanout = fanout;
        this.knowledge = knowledge;
        this.ours = Set.copyOf(ours);
    }

    private record Extension(String type, String apiVersion) {}

    /** Why it must not be deleted; empty if nothing foreign is inside. */
    Optional<ArmError> foreignInside(ResourceId id) {
        List<Supplier<ReadList>> lists = new ArrayList<>();
        for (Extension extension : EXTENSIONS) {
            lists.add(
                    () ->
                            resources.extensions(
                                    id, ResourceType.of(extension.type()), extension.apiVersion()));
        }
        for (ResourceType child : childTypes(id)) {
            String version = knowledge.catalog().type(child).orElseThrow().apiVersion();
            lists.add(() -> resources.children(id, child, version));
        }
        var below = new ArrayList<ResourceId>();
        for (ReadList list : fanout.all(lists)) {
            switch (list) {
                case ReadList.Items(var items) ->
                        items.stream()
                                .flatMap(
                                        item ->
                                                item
                                                        .textAt("/id")
                                                        .flatMap(ResourceId::parse)
                                                        .stream())
                                .filter(other -> id.contains(other) && !id.equals(other))
                                .forEach(below::add);
                case ReadList.Refused(var error, var status) -> {
                    if (status == 403 || status == 429 || status >= 500) {
                        return Optional.of(unchecked(id, error.message()));
                    }
                }
                case ReadList.NoAnswer(var reason) -> {
                    return Optional.of(unchecked(id, reason));
                }
            }
        }
        return below.stream().flatMap(other -> foreign(id, other).stream()).findFirst();
    }

    private Optional<ArmError> foreign(ResourceId id, ResourceId other) {
        boolean automatic = knowledge.automatic(other) || knowledge.undeletable(other);
        if (!ours.contains(other) && !automatic) {
            return Optional.of(
                    ArmError.of(
                                    StepOutcome.FOREIGN_INSIDE,
                                    "'" + other + "' is not of this deployment; it would be lost.")
                            .withTarget(other.path()));
        }
        boolean deeper = automatic && !other.equals(id) && !ours.contains(other);
        return deeper ? foreignInside(other) : Optional.empty();
    }

    private List<ResourceType> childTypes(ResourceId id) {
        return knowledge.catalog().children(id.type()).stream()
                .filter(
                        child ->
                                knowledge
                                        .catalog()
                                        .type(child)
                                        .filter(DeletionGuard::listed)
                                        .isPresent())
                .filter(child -> knowledge.twinList(id.child(child.name(), "x")).isEmpty())
                .toList();
    }

    private static boolean listed(TypeFacts facts) {
        return !facts.readableScopes().isEmpty();
    }

    private static ArmError unchecked(ResourceId id, String reason) {
        return ArmError.of(
                StepOutcome.FOREIGN_INSIDE,
                "What lies inside '" + id + "' could not be checked: " + reason);
    }
}
