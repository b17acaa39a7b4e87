package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.util.Optional;

/**
 * Where a deployment's own data lies: forbidden to say at a resource group, else demanded, and
 * fixed by the first deployment of a name.
 */
final class DeploymentLocation {

    private DeploymentLocation() {}

    /**
     * Why a location cannot be taken.
     *
     * @param asked as sent; empty if the request says none
     */
    static Optional<Refusal> refuse(World world, ResourceId id, Optional<String> asked) {
        Optional<String> said = asked.filter(text -> !text.isBlank());
        if (id.scope() instanceof Scope.ResourceGroup) {
            return said.map(
                    _ -> Refusal.gateway(400, DeploymentErrors.locationNotAllowed(id.name())));
        }
        return said.isEmpty()
                ? Optional.of(Refusal.gateway(400, DeploymentErrors.locationMissing(id.name())))
                : moved(world, id, said.get());
    }

    /** Evidence: text recorded, status inferred. */
    private static Optional<Refusal> moved(World world, ResourceId id, String asked) {
        return world.deployment(id)
                .flatMap(DeploymentRecord::location)
                .filter(there -> !there.equals(ArmText.compactLocation(asked)))
                .map(
                        there ->
                                Refusal.gateway(
                                        409,
                                        DeploymentErrors.invalidDeploymentLocation(
                                                asked, id.name(), there)));
    }

    /** As records hold it: without blanks, in small letters. Evidence: recorded. */
    static Optional<String> kept(Optional<String> asked) {
        return asked.map(ArmText::compactLocation);
    }
}
