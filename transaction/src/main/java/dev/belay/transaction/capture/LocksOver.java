package dev.belay.transaction.capture;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Locks;
import dev.belay.client.call.ReadList;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The management locks that lie over resources: an undo cannot delete what they hold. */
public final class LocksOver {

    private LocksOver() {}

    /**
     * One lock.
     *
     * @param level {@code CanNotDelete} or {@code ReadOnly}
     */
    public record Lock(ResourceId id, String level) {

        public Lock {
            requireNonNull(id);
            requireNonNull(level);
        }

        /** Whether it holds the resource: it hangs on it or on what it lies in. */
        public boolean holds(ResourceId resource) {
            String held = id.parent().folded();
            return resource.folded().equals(held) || resource.folded().startsWith(held + "/");
        }

        /** Whether nothing under it can be changed either. */
        public boolean forbidsWrites() {
            return level.equalsIgnoreCase("ReadOnly");
        }

        /** {@code the lock 'keep' (CanNotDelete) on '/subscriptions/…'}. */
        public String words() {
            return "the lock '" + id.name() + "' (" + level + ") on '" + id.parent().path() + "'";
        }
    }

    /**
     * The locks over any of the resources: one list per subscription, which shows those below it
     * too (recorded). A list that cannot be read gives none.
     */
    public static List<Lock> read(ArmClient client, Collection<ResourceId> resources) {
        var locks = new Locks(client);
        var found = new ArrayList<Lock>();
        resources.stream()
                .flatMap(id -> id.scope().subscription().stream())
                .distinct()
                .map(locks::at)
                .filter(ReadList.Items.class::isInstance)
                .flatMap(list -> ((ReadList.Items) list).items().stream())
                .flatMap(item -> lock(item).stream())
                .filter(lock -> resources.stream().anyMatch(lock::holds))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private static List<Lock> lock(JsonObject item) {
        return item.textAt("/id").flatMap(ResourceId::parse).stream()
                .map(id -> new Lock(id, item.textAt("/properties/level").orElse("CanNotDelete")))
                .toList();
    }
}
