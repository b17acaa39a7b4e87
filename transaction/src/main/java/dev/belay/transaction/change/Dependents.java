package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;

import java.util.ArrayList;
import java.util.List;

/**
 * Automatic children and settings that exist always: they come and go with what holds them, and are
 * never created or deleted by themselves.
 */
final class Dependents {

    private final Evidence evidence;
    private final TypeKnowledge knowledge;

    Dependents(Evidence evidence, TypeKnowledge knowledge) {
        this.evidence = evidence;
        this.knowledge = knowledge;
    }

    private boolean dependent(ResourceId id) {
        return knowledge.automatic(id) || knowledge.undeletable(id);
    }

    /** Whether it is there now because something that holds it was created. */
    boolean ofCreated(ResourceId id) {
        return dependent(id) && holders(id).stream().anyMatch(evidence.before()::absent);
    }

    /** Whether it was gone and is there again because the undo created its holder again. */
    boolean cameWithHolder(ResourceId id) {
        return dependent(id)
                && evidence.after().absent(id)
                && holders(id).stream()
                        .anyMatch(
                                holder -> {
                                    Evidence.UndoWrite write = evidence.undone().get(holder);
                                    return write != null && write.paths().isEmpty();
                                });
    }

    /** The parent, the resource that it extends, the group in which it lies. */
    private static List<ResourceId> holders(ResourceId id) {
        var holders = new ArrayList<ResourceId>();
        id.container().ifPresent(holders::add);
        if (id.parent() instanceof ResourceId extended) {
            holders.add(extended);
        }
        if (id.scope() instanceof Scope.ResourceGroup group) {
            holders.add(ResourceId.of(group));
        }
        return holders;
    }
}
