package dev.belay.transaction.capture;

import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.Answers;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.NestedDeployment;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the scopes that nested deployments go to: of a group that the template itself
 * writes, what the template says; of others, what a GET shows.
 */
final class NestedScopes {

    private final ScopeFacts facts;
    private final Set<Scope> asked = new LinkedHashSet<>();

    NestedScopes(ArmClient client) {
        this.facts = new ScopeFacts(client);
    }

    /** The answers with the facts of every scope that was not asked for before. */
    Answers learn(Answers answers, Expanded expanded) {
        Answers more = answers;
        for (Scope scope : scopes(expanded)) {
            if (asked.add(scope)) {
                Optional<JsonObject> known = of(scope, expanded);
                if (known.isPresent()) {
                    more = more.with(scope, known.get());
                }
            }
        }
        return more;
    }

    private static Set<Scope> scopes(Expanded expanded) {
        Set<Scope> found = new LinkedHashSet<>();
        for (ExpandedResource resource : expanded.resources()) {
            if (resource.nested().isPresent()) {
                NestedDeployment nested = resource.nested().get();
                found.add(nested.scope());
                nested.scope().subscription().ifPresent(found::add);
                nested.expanded().ifPresent(inner -> found.addAll(scopes(inner)));
            }
        }
        return found;
    }

    private Optional<JsonObject> of(Scope scope, Expanded expanded) {
        return switch (scope) {
            case Scope.Tenant _ -> Optional.empty();
            case Scope.ManagementGroup group -> body(facts.managementGroup(group));
            case Scope.Subscription subscription ->
                    body(facts.subscription(subscription)).map(ScopeFacts::subscriptionFunction);
            case Scope.ResourceGroup group ->
                    expanded.everything().stream()
                            .filter(resource -> resource.id().type().equals(GROUP))
                            .filter(resource -> resource.id().asScope().equals(Optional.of(group)))
                            .findFirst()
                            .map(resource -> written(group, resource))
                            .orElseGet(() -> body(facts.group(group)));
        };
    }

    private static final ResourceType GROUP = ResourceType.RESOURCE_GROUP;

    private static Optional<JsonObject> body(Read read) {
        return read instanceof Read.Found found
                ? Optional.of(found.resource().body())
                : Optional.empty();
    }

    /** Empty if something in it is left to the deployment. */
    private static Optional<JsonObject> written(
            Scope.ResourceGroup group, ExpandedResource resource) {
        return resource.body()
                .known()
                .flatMap(Json::asObject)
                .filter(body -> body.textAt("/location").isPresent())
                .map(
                        body ->
                                JsonObject.builder()
                                        .put("id", group.path())
                                        .put("name", group.name())
                                        .put("type", GROUP.toString())
                                        .put("location", body.find("location"))
                                        .put("tags", body.find("tags"))
                                        .put("managedBy", body.find("managedBy"))
                                        .put(
                                                "properties",
                                                JsonObject.of(
                                                        "provisioningState", Json.of("Succeeded")))
                                        .build());
    }
}
