package dev.belay.emulator.type.authorization;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

import java.util.Optional;

/**
 * {@code Microsoft.Authorization/policyExemptions}: from an assignment that must be there.
 * Evidence: documented; text inferred.
 */
public final class PolicyExemptions implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Authorization/policyExemptions");
    }

    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        String assignment =
                Defaults.properties(change.sent())
                        .find("policyAssignmentId")
                        .flatMap(Json::asText)
                        .orElse("");
        boolean there = ResourceId.parse(assignment).filter(world.resources()::has).isPresent();
        return there || change.method() != Method.PUT
                ? Optional.empty()
                : PolicyReferences.refused(
                        400,
                        "PolicyAssignmentNotFound",
                        "The policy assignment '" + assignment + "' is not found.");
    }
}
