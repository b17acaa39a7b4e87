package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The template at a management group that deploys another to one of its subscriptions, which a
 * parameter names.
 */
final class ManagementGroupTemplate {

    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#";

    private final Blueprint blueprint;
    private final JsonObject inner;
    private final String subscription;

    /**
     * @param inner the template at subscription scope
     */
    ManagementGroupTemplate(Blueprint blueprint, JsonObject inner) {
        this.blueprint = blueprint;
        this.inner = inner;
        this.subscription = free("subscriptionId");
    }

    private String free(String name) {
        return declared().find(name).isPresent() ? free(name + "_") : name;
    }

    private JsonObject declared() {
        return inner.get("parameters").flatMap(Json::asObject).orElseThrow();
    }

    JsonObject template() {
        var passed = JsonObject.builder();
        declared()
                .members()
                .forEach(
                        (name, declaration) -> {
                            checkDefault(name, declaration);
                            passed.put(
                                    name,
                                    JsonObject.of(
                                            "value",
                                            Json.of(
                                                    "[parameters('"
                                                            + name.replace("'", "''")
                                                            + "')]")));
                        });
        JsonObject deployment =
                BlueprintConversion.nested(
                                Json.of(Names.deployment(blueprint.name(), "subscription")))
                        .put("subscriptionId", "[parameters('" + subscription + "')]")
                        .put("location", "[deployment().location]")
                        .put("properties", BlueprintConversion.properties(passed.build(), inner))
                        .build();
        return JsonObject.builder()
                .put("$schema", SCHEMA)
                .put("contentVersion", "1.0.0.0")
                .put(
                        "parameters",
                        declared().with(subscription, JsonObject.of("type", Json.of("string"))))
                .put("resources", new JsonArray(List.of(deployment)))
                .build();
    }

    /** At a management group there is no subscription to be asked for. */
    private void checkDefault(String name, Json declaration) {
        boolean asks =
                declaration
                        .textAt("/defaultValue")
                        .filter(text -> text.startsWith("["))
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains("subscription("))
                        .isPresent();
        if (asks) {
            Blueprint.find(blueprint.parameters(), name)
                    .ifPresent(
                            node ->
                                    node.wrong(
                                            "The default of '"
                                                    + name
                                                    + "' asks for the subscription, which a"
                                                    + " template at a management group cannot.",
                                            "Remove the default and assign a value."));
        }
    }

    /** With the subscription that the assignment is for. */
    JsonObject parameters(JsonObject assigned, Optional<String> scope) {
        return scope.map(id -> assigned.with(subscription, JsonObject.of("value", Json.of(id))))
                .orElse(assigned);
    }
}
