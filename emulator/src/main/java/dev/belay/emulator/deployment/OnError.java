package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.CleanUpErrors;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Comparator;
import java.util.Optional;

/**
 * The deployment that is to be made again when this one fails, as a request asks for it and as
 * answers show it: {@code LastSuccessful} names the one that is meant (recorded). It is for root
 * deployments of resource groups only, and must have succeeded (documented: "rollback-on-error").
 */
final class OnError {

    static final String MEMBER = "onErrorDeployment";

    private OnError() {}

    private static Optional<JsonObject> asked(JsonObject properties) {
        return properties.find(MEMBER).flatMap(Json::asObject);
    }

    private static boolean isLast(JsonObject asked) {
        return asked.find("type")
                .flatMap(Json::asText)
                .filter("LastSuccessful"::equalsIgnoreCase)
                .isPresent();
    }

    private static Optional<String> name(JsonObject asked) {
        return asked.find("deploymentName").flatMap(Json::asText);
    }

    /** Why what is asked for cannot be done. Evidence: documented; codes and texts inferred. */
    static Optional<Refusal> refuse(World world, ResourceId id, JsonObject properties) {
        Optional<JsonObject> asked = asked(properties);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (!(id.scope() instanceof Scope.ResourceGroup)) {
            return Optional.of(Refusal.gateway(400, CleanUpErrors.onErrorNotSupported()));
        }
        if (isLast(asked.get())) {
            return last(world, id).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            Refusal.gateway(400, CleanUpErrors.noSuccessfulDeployment(id.name())));
        }
        String name = name(asked.get()).orElse("");
        Optional<DeploymentRecord> found = world.deployment(Deployments.id(id.scope(), name));
        if (found.isEmpty()) {
            return Optional.of(Refusal.gateway(404, DeploymentErrors.deploymentNotFound(name)));
        }
        return succeeded(found.get())
                ? Optional.empty()
                : Optional.of(Refusal.gateway(400, CleanUpErrors.notSuccessful(name)));
    }

    /** With the name of the deployment that is meant; empty if nothing is asked for. */
    static Optional<JsonObject> resolved(World world, ResourceId id, JsonObject properties) {
        return asked(properties)
                .map(
                        asked ->
                                isLast(asked)
                                        ? last(world, id)
                                                .map(name -> asked.with("deploymentName", name))
                                                .orElse(asked)
                                        : asked);
    }

    private static Optional<Json> last(World world, ResourceId id) {
        return world.deploymentsOf(id.scope()).stream()
                .filter(OnError::succeeded)
                .filter(record -> !record.id().equals(id))
                .max(Comparator.comparing(DeploymentRecord::startedAt))
                .map(record -> Json.of(record.id().name()));
    }

    private static boolean succeeded(DeploymentRecord record) {
        return record.state().equals(Records.SUCCEEDED) && Redeployment.isRoot(record);
    }
}
