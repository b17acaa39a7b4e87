package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceParent;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.Resources;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Locks as ARM enforces them: inherited from every scope above; a deletion is also stopped by locks
 * below. Locks themselves can always be managed. Evidence: text recorded, rules documented.
 */
public final class Locking {

    private Locking() {}

    /** Why a PUT, PATCH or POST of this thing is refused: a ReadOnly lock on it or above it. */
    public static Optional<Refusal> refuseWrite(World world, ResourceId id) {
        if (id.type().equals(Resources.LOCK)) {
            return Optional.empty();
        }
        List<StoredResource> over =
                world.resources().locksOver(id).stream().filter(Locking::isReadOnly).toList();
        return refuse(id, "write", over);
    }

    /** Why a DELETE is refused: any lock on it, above it or below it. */
    public static Optional<Refusal> refuseDelete(World world, ResourceId id) {
        if (id.type().equals(Resources.LOCK)) {
            return Optional.empty();
        }
        var locks = new ArrayList<>(world.resources().locksOver(id));
        locks.addAll(world.resources().locksBelow(id));
        return refuse(id, "delete", locks);
    }

    private static Optional<Refusal> refuse(
            ResourceParent id, String verb, List<StoredResource> locks) {
        return locks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.gateway(
                                409,
                                ResourceErrors.scopeLocked(
                                        id.path(),
                                        verb,
                                        locks.stream()
                                                .map(lock -> lock.id().parent().path())
                                                .toList())));
    }

    private static boolean isReadOnly(StoredResource lock) {
        return lock.body()
                .textAt("/properties/level")
                .filter("ReadOnly"::equalsIgnoreCase)
                .isPresent();
    }
}
