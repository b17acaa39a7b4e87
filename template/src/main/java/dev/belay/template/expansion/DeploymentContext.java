package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a deployment before it starts. The JSON objects are exactly what the scope
 * functions answer; one that is empty stands for a function that has no meaning at the scope, but
 * for {@code environment} and {@code deployer}, which are then left for the deployment.
 *
 * @param scope where the deployment runs
 * @param deploymentName what {@code deployment().name} answers
 * @param location the deployment's own location; empty at a resource group
 * @param mode {@code Incremental} or {@code Complete}
 * @param tenant {@code tenant()}
 * @param managementGroup {@code managementGroup()}
 * @param subscription {@code subscription()}
 * @param resourceGroup {@code resourceGroup()}; members that are not there are left for the
 *     deployment
 * @param environment {@code environment()}
 * @param deployer {@code deployer()}
 * @param now what {@code utcNow()} answers; empty leaves it for the deployment
 * @param seed what {@code newGuid()} grows from: the same seed gives the same ids; empty leaves it
 *     for the deployment
 */
public record DeploymentContext(
        Scope scope,
        String deploymentName,
        Optional<String> location,
        String mode,
        JsonObject tenant,
        Optional<JsonObject> managementGroup,
        Optional<JsonObject> subscription,
        Optional<JsonObject> resourceGroup,
        Optional<JsonObject> environment,
        Optional<JsonObject> deployer,
        Optional<Instant> now,
        Optional<UUID> seed) {

    /** This context with another deployment name. */
    public DeploymentContext named(String name) {
        return new DeploymentContext(
                scope,
                name,
                location,
                mode,
                tenant,
                managementGroup,
                subscription,
                resourceGroup,
                environment,
                deployer,
                now,
                seed);
    }
}
