package dev.belay.emulator.type.management;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * {@code Microsoft.Management/managementGroups/subscriptions}: where a subscription lies. A PUT
 * moves it, a DELETE moves it to the root group. Evidence: documented.
 */
public final class Placements implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return Hierarchy.PLACEMENT;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        String id = change.id().name();
        return world.directory().subscription(id).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.provider(404, ResourceErrors.subscriptionNotFound(id)));
    }

    @Override
    public JsonObject complete(Change change, World world) {
        return world.hierarchy().shownPlacement(change.id());
    }

    /** A subscription lies in one group only. */
    @Override
    public World onWritten(StoredResource placed, World world) {
        World after = world;
        for (StoredResource group : world.hierarchy().groups()) {
            ResourceId other = Hierarchy.placement(group.id(), placed.id().name());
            if (!other.equals(placed.id())) {
                after = after.without(other);
            }
        }
        return after;
    }

    @Override
    public Optional<WriteStyle> style(Method method, boolean exists) {
        return Optional.of(WriteStyle.immediate(200));
    }
}
