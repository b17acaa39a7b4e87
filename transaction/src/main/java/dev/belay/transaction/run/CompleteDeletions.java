package dev.belay.transaction.run;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.snapshot.Export;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a deployment of an exported template in mode Complete deletes: what the group holds and the
 * template lacks, by ARM's table of types; of a type that nobody knows it is assumed.
 */
final class CompleteDeletions {

    private final TypeKnowledge knowledge;
    private final Scope group;
    private final Set<ResourceId> kept;

    CompleteDeletions(TypeKnowledge knowledge, Scope group, Export export) {
        this.knowledge = knowledge;
        this.group = group;
        this.kept = Set.copyOf(export.resources());
    }

    /** Before the deployment: of what is there, and of what the template writes. */
    List<ResourceId> foreseen(Snapshot before, Set<ResourceId> written) {
        return of(
                before.entries().keySet().stream()
                        .filter(id -> before.present(id).isPresent() || written.contains(id))
                        .toList());
    }

    /** Those of the ids, without what lies inside others of them. */
    List<ResourceId> of(List<ResourceId> there) {
        var found = new LinkedHashSet<ResourceId>();
        there.stream().sorted().filter(this::deleted).forEach(found::add);
        found.removeIf(id -> found.stream().anyMatch(other -> inside(other, id)));
        return List.copyOf(found);
    }

    private static boolean inside(ResourceId other, ResourceId id) {
        return !other.equals(id) && other.contains(id);
    }

    private boolean deleted(ResourceId id) {
        boolean plain =
                id.scope().equals(group)
                        && !id.isExtension()
                        && !id.type().equals(ResourceType.DEPLOYMENT)
                        && knowledge.twinList(id).isEmpty();
        return plain
                && !kept.contains(id)
                && knowledge
                        .facts(id)
                        .map(facts -> facts.deletedInCompleteMode().value())
                        .orElse(true);
    }
}
