package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** What is known of a nested deployment: the parent's facts where it stays in the same scope. */
final class NestedContext {

    private NestedContext() {}

    static DeploymentContext of(TemplateRun run, Instance instance, Target target) {
        DeploymentContext parent = run.context();
        Scope scope = target.scope().orElse(parent.scope());
        String name = Target.text(instance.identity().name()).orElse(instance.shownName());
        Optional<String> location =
                instance.body()
                        .asMembers()
                        .flatMap(members -> NestedTemplate.member(members, "location"))
                        .flatMap(Target::text);
        return new DeploymentContext(
                scope,
                name,
                location,
                "Incremental",
                parent.tenant(),
                managementGroup(parent, scope, run.shared()),
                subscription(parent, scope, run.shared()),
                resourceGroup(parent, scope, run.shared()),
                parent.environment(),
                parent.deployer(),
                parent.now(),
                parent.seed());
    }

    private static Optional<JsonObject> managementGroup(
            DeploymentContext parent, Scope scope, Shared shared) {
        if (!(scope instanceof Scope.ManagementGroup(var name))) {
            return Optional.empty();
        }
        return scope.equals(parent.scope())
                ? parent.managementGroup()
                : known(
                        shared,
                        scope,
                        JsonObject.of(
                                "id",
                                Json.of(scope.path()),
                                "name",
                                Json.of(name),
                                "type",
                                Json.of("Microsoft.Management/managementGroups")));
    }

    private static Optional<JsonObject> subscription(
            DeploymentContext parent, Scope scope, Shared shared) {
        Optional<Scope.Subscription> here = scope.subscription();
        if (here.isEmpty() || here.equals(parent.scope().subscription())) {
            return here.flatMap(_ -> parent.subscription());
        }
        String id = here.get().id();
        return known(
                shared,
                here.get(),
                JsonObject.of(
                        "id",
                        Json.of("/subscriptions/" + id),
                        "subscriptionId",
                        Json.of(id),
                        "tenantId",
                        parent.tenant().find("tenantId").orElse(Json.nullValue())));
    }

    private static Optional<JsonObject> resourceGroup(
            DeploymentContext parent, Scope scope, Shared shared) {
        if (!(scope instanceof Scope.ResourceGroup group)) {
            return Optional.empty();
        }
        return scope.equals(parent.scope())
                ? parent.resourceGroup()
                : known(
                        shared,
                        scope,
                        JsonObject.of(
                                "id",
                                Json.of(group.path()),
                                "name",
                                Json.of(group.name()),
                                "type",
                                Json.of("Microsoft.Resources/resourceGroups")));
    }

    private static Optional<JsonObject> known(Shared shared, Scope scope, JsonObject ids) {
        return Optional.of(shared.facts(scope).orElse(ids));
    }
}
