package dev.belay.emulator.type.management;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.Hierarchy;

import java.util.Optional;

/** {@code Microsoft.Management/managementGroups/settings}: how it is answered. Recorded. */
public final class GroupSettings implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return Hierarchy.GROUP.child("settings");
    }

    @Override
    public Optional<WriteStyle> style(Method method, boolean exists) {
        return Optional.of(WriteStyle.immediate(200));
    }
}
