package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** The deployment for which Microsoft's engine made its answers (recorded in its facts). */
final class EngineWorld {

    private static final String TENANT = "00000000-0000-0000-0000-000000000001";
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000002";

    private EngineWorld() {}

    static DeploymentContext context(String scope) {
        return switch (scope) {
            case "rg" -> at(new Scope.ResourceGroup(SUBSCRIPTION, "rg"));
            case "sub" -> at(new Scope.Subscription(SUBSCRIPTION));
            case "mg" -> at(new Scope.ManagementGroup("mg1"));
            case "tenant" -> at(Scope.TENANT);
            default -> throw new IllegalArgumentException(scope);
        };
    }

    static String schema(String scope) {
        return switch (scope) {
            case "rg" -> "2019-04-01/deploymentTemplate.json";
            case "sub" -> "2018-05-01/subscriptionDeploymentTemplate.json";
            case "mg" -> "2019-08-01/managementGroupDeploymentTemplate.json";
            case "tenant" -> "2019-08-01/tenantDeploymentTemplate.json";
            default -> throw new IllegalArgumentException(scope);
        };
    }

    static DeploymentContext at(Scope scope) {
        return new DeploymentContext(
                scope,
                "dep",
                scope instanceof Scope.ResourceGroup ? Optional.empty() : Optional.of("westus"),
                "Incremental",
                JsonObject.of("id", Json.of("/tenants/" + TENANT), "tenantId", Json.of(TENANT)),
                scope instanceof Scope.ManagementGroup
                        ? Optional.of(
                                JsonObject.of(
                                        "id",
                                        Json.of(scope.path()),
                                        "name",
                                        Json.of("mg1"),
                                        "type",
                                        Json.of("Microsoft.Management/managementGroups")))
                        : Optional.empty(),
                scope.subscription()
                        .map(
                                here ->
                                        JsonObject.of(
                                                "id",
                                                Json.of(here.path()),
                                                "subscriptionId",
                                                Json.of(here.id()),
                                                "tenantId",
                                                Json.of(TENANT))),
                scope instanceof Scope.ResourceGroup group
                        ? Optional.of(
                                JsonObject.of(
                                                "id",
                                                Json.of(group.path()),
                                                "name",
                                                Json.of(group.name()),
                                                "type",
                                                Json.of("Microsoft.Resources/resourceGroups"))
                                        .with("location", Json.of("westus")))
                        : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
