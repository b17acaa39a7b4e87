package dev.belay.transaction.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.Fanout;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.Resources;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.types.catalog.Fact;
import dev.belay.types.catalog.TypeFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes sure at the moment of deleting that nothing of others lies inside: children by one list per
 * child type, at any depth below what is ours or automatic, and the extension resources that people
 * put on things. What cannot be checked is not deleted.
 *
 * <p>Settings, which exist with their parent and have no DELETE, and what has no PUT at all (views
 * such as detectors, advisors, instances) are nobody's: such a type is listed only where something
 * else may lie in it, and not even then if its names are known.
 */
public final class DeletionGuard {

    /** Of these a list shows those below too (locks: recorded; role assignments: documented). */
    private static final List<Extension> DEEP_EXTENSIONS =
            List.of(
                    new Extension("Microsoft.Authorization/locks", "2020-05-01"),
                    new Extension("Microsoft.Authorization/roleAssignments", "2022-04-01"));

    private static final Extension DIAGNOSTICS =
            new Extension("Microsoft.Insights/diagnosticSettings", "2021-05-01-preview");

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
        DEEP_EXTENSIONS.forEach(extension -> lists.add(() -> list(id, extension)));
        return foreignInside(id, lists);
    }

    private ReadList list(ResourceId id, Extension extension) {
        return resources.extensions(id, ResourceType.of(extension.type()), extension.apiVersion());
    }

    /**
     * The same below something whose own locks and role assignments are looked at anyway.
     *
     * @param lists those to be asked besides
     */
    private Optional<ArmError> foreignInside(ResourceId id, List<Supplier<ReadList>> lists) {
        lists.add(() -> list(id, DIAGNOSTICS));
        List<ResourceId> known = new ArrayList<>();
        for (TypeFacts child : childTypes(id)) {
            List<String> names = onlyNames(child);
            if (names.isEmpty()) {
                lists.add(() -> resources.children(id, child.type(), child.apiVersion()));
            }
            names.forEach(name -> known.add(id.child(child.type().name(), name)));
        }
        return foreignIn(id, lists)
                .or(() -> known.stream().flatMap(child -> foreign(id, child).stream()).findFirst());
    }

    private Optional<ArmError> foreignIn(ResourceId id, List<Supplier<ReadList>> lists) {
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
        boolean automatic =
                knowledge.automatic(other)
                        || knowledge.facts(other).filter(DeletionGuard::nobodys).isPresent();
        if (!ours.contains(other) && !automatic) {
            return Optional.of(
                    ArmError.of(
                                    StepOutcome.FOREIGN_INSIDE,
                                    "'" + other + "' is not of this deployment; it would be lost.")
                            .withTarget(other.path()));
        }
        boolean deeper = automatic && !other.equals(id) && !ours.contains(other);
        return deeper ? foreignInside(other, new ArrayList<>()) : Optional.empty();
    }

    private static boolean nobodys(TypeFacts type) {
        return type.isSetting() || type.writableScopes().isEmpty();
    }

    /** The types of children which may be foreign, or in which something foreign may lie. */
    private List<TypeFacts> childTypes(ResourceId id) {
        return readableChildren(id.type())
                .filter(child -> knowledge.twinList(id.child(child.type().name(), "x")).isEmpty())
                .filter(this::mayHoldForeign)
                .toList();
    }

    private boolean mayHoldForeign(TypeFacts type) {
        return !nobodys(type) || readableChildren(type.type()).anyMatch(this::mayHoldForeign);
    }

    private Stream<TypeFacts> readableChildren(ResourceType type) {
        return knowledge.catalog().children(type).stream()
                .flatMap(child -> knowledge.catalog().type(child).stream())
                .filter(child -> !child.readableScopes().isEmpty());
    }

    /** The only names there can be where nobody makes instances; empty: they must be listed. */
    private static List<String> onlyNames(TypeFacts child) {
        return nobodys(child)
                ? child.fixedNames().stream().map(Fact::value).distinct().toList()
                : List.of();
    }

    private static ArmError unchecked(ResourceId id, String reason) {
        return ArmError.of(
                StepOutcome.FOREIGN_INSIDE,
                "What lies inside '" + id + "' could not be checked: " + reason);
    }
}
