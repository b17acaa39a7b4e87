package dev.belay.emulator.deployment;

import dev.belay.arm.Scope;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.DeploymentContext;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What {@code tenant()}, {@code subscription()}, {@code resourceGroup()} and so on answer. */
final class ScopeFacts {

    private ScopeFacts() {}

    static DeploymentContext context(
            World world,
            Scope scope,
            String name,
            Optional<String> location,
            String mode,
            Instant now,
            UUID seed) {
        return new DeploymentContext(
                scope,
                name,
                location,
                mode,
                tenant(world),
                managementGroup(world, scope),
                scope.subscription().map(subscription -> subscription(world, subscription)),
                group(world, scope),
                Optional.of(environment()),
                Optional.of(deployer(world)),
                Optional.of(now),
                Optional.of(seed));
    }

    /**
     * What is known of a nested deployment when it runs: the template alone knows only the ids of a
     * scope other than its own. A group that is not there yet stays as little known as it was.
     */
    static DeploymentContext enriched(World world, DeploymentContext context) {
        Scope scope = context.scope();
        return new DeploymentContext(
                scope,
                context.deploymentName(),
                context.location(),
                context.mode(),
                context.tenant(),
                managementGroup(world, scope).or(context::managementGroup),
                scope.subscription()
                        .map(subscription -> subscription(world, subscription))
                        .or(context::subscription),
                group(world, scope).or(context::resourceGroup),
                context.environment(),
                context.deployer(),
                context.now(),
                context.seed());
    }

    /** Evidence: documented ({@code tenant()}). */
    private static JsonObject tenant(World world) {
        String id = world.directory().tenantId();
        return JsonObject.builder()
                .put("countryCode", "US")
                .put("displayName", "Tenant")
                .put("id", "/tenants/" + id)
                .put("tenantId", id)
                .build();
    }

    private static JsonObject subscription(World world, Scope.Subscription subscription) {
        String name =
                world.directory()
                        .subscription(subscription.id())
                        .map(Directory.Subscription::name)
                        .orElse(subscription.id());
        return JsonObject.builder()
                .put("id", subscription.path())
                .put("subscriptionId", subscription.id())
                .put("tenantId", world.directory().tenantId())
                .put("displayName", name)
                .build();
    }

    /** What a GET shows of it. Evidence: documented ({@code managementGroup()}). */
    private static Optional<JsonObject> managementGroup(World world, Scope scope) {
        return scope instanceof Scope.ManagementGroup(var name)
                ? world.hierarchy().group(name).map(world.hierarchy()::shown)
                : Optional.empty();
    }

    private static Optional<JsonObject> group(World world, Scope scope) {
        return scope instanceof Scope.ResourceGroup group
                ? world.resources().group(group).map(ScopeFacts::group)
                : Optional.empty();
    }

    private static JsonObject group(StoredResource group) {
        return group.body()
                .with("properties", JsonObject.of("provisioningState", Json.of(group.state())));
    }

    private static JsonObject deployer(World world) {
        Optional<Directory.Principal> caller =
                world.directory()
                        .caller()
                        .flatMap(
                                name ->
                                        world.directory().principals().stream()
                                                .filter(one -> one.name().equals(name))
                                                .findFirst());
        return JsonObject.builder()
                .put("objectId", caller.map(Directory.Principal::objectId).orElse(""))
                .put("tenantId", world.directory().tenantId())
                .build();
    }

    /** The public cloud. Evidence: documented ({@code environment()}). */
    private static JsonObject environment() {
        return JsonObject.builder()
                .put("name", "AzureCloud")
                .put("gallery", "https://gallery.azure.com/")
                .put("graph", "https://graph.windows.net/")
                .put("portal", "https://portal.azure.com")
                .put("graphAudience", "https://graph.windows.net/")
                .put("activeDirectoryDataLake", "https://datalake.azure.net/")
                .put("batch", "https://batch.core.windows.net/")
                .put("media", "https://rest.media.azure.net")
                .put("sqlManagement", "https://management.core.windows.net:8443/")
                .put(
                        "vmImageAliasDoc",
                        "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/"
                                + "arm-compute/quickstart-templates/aliases.json")
                .put("resourceManager", "https://management.azure.com/")
                .put("authentication", authentication())
                .put("suffixes", suffixes())
                .build();
    }

    private static JsonObject authentication() {
        return JsonObject.builder()
                .put("loginEndpoint", "https://login.microsoftonline.com/")
                .put(
                        "audiences",
                        new JsonArray(
                                List.of(
                                        Json.of("https://management.core.windows.net/"),
                                        Json.of("https://management.azure.com/"))))
                .put("tenant", "common")
                .put("identityProvider", "AAD")
                .build();
    }

    private static JsonObject suffixes() {
        return JsonObject.builder()
                .put("acrLoginServer", ".azurecr.io")
                .put("azureDatalakeAnalyticsCatalogAndJob", "azuredatalakeanalytics.net")
                .put("azureDatalakeStoreFileSystem", "azuredatalakestore.net")
                .put("azureFrontDoorEndpointSuffix", "azurefd.net")
                .put("keyvaultDns", ".vault.azure.net")
                .put("sqlServerHostname", ".database.windows.net")
                .put("storage", "core.windows.net")
                .build();
    }
}
