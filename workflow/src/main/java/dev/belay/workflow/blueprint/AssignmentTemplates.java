package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.workflow.blueprint.Blueprint.Artifact;

import java.util.List;
import java.util.Optional;

/** The templates of artifacts that are no templates: role assignments and policy assignments. */
final class AssignmentTemplates {

    static final String SUBSCRIPTION_SCHEMA =
            "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#";

    private static final String GROUP_SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private static final String ROLES = "Microsoft.Authorization/roleAssignments";
    private static final String POLICIES = "Microsoft.Authorization/policyAssignments";

    private final String blueprint;
    private final Artifact artifact;

    /** Whether others use its outputs. */
    private final boolean used;

    AssignmentTemplates(String blueprint, Artifact artifact, boolean used) {
        this.blueprint = blueprint;
        this.artifact = artifact;
        this.used = used;
    }

    /** One role assignment for each principal, under a name that the same input gives again. */
    JsonObject role() {
        String name =
                "guid("
                        + scope()
                        + ".id, parameters('roleDefinitionId'), parameters('principalIds')";
        JsonObject resource =
                JsonObject.builder()
                        .put("type", ROLES)
                        .put("apiVersion", "2022-04-01")
                        .put("name", "[" + name + "[copyIndex()])]")
                        .put(
                                "copy",
                                JsonObject.of(
                                        "name",
                                        Json.of("principals"),
                                        "count",
                                        Json.of("[length(parameters('principalIds'))]")))
                        .put(
                                "properties",
                                JsonObject.builder()
                                        .put("roleDefinitionId", "[parameters('roleDefinitionId')]")
                                        .put(
                                                "principalId",
                                                "[parameters('principalIds')[copyIndex()]]")
                                        .put("description", description())
                                        .build())
                        .build();
        JsonObject outputs =
                JsonObject.builder()
                        .put(ArtifactOutputs.ROLE_ID, text("[" + id(ROLES, name + "[0])") + "]"))
                        .put(
                                ArtifactOutputs.ROLE_DEFINITION,
                                text("[parameters('roleDefinitionId')]"))
                        .put(ArtifactOutputs.PRINCIPAL, text("[parameters('principalIds')[0]]"))
                        .build();
        return template(
                JsonObject.of("roleDefinitionId", type("string"), "principalIds", type("array")),
                resource,
                outputs);
    }

    /** The policy assignment, under a name that the same input gives again. */
    JsonObject policy() {
        String name =
                "guid("
                        + scope()
                        + ".id, "
                        + quoted(blueprint)
                        + ", "
                        + quoted(artifact.name())
                        + ")";
        JsonObject resource =
                JsonObject.builder()
                        .put("type", POLICIES)
                        .put("apiVersion", "2022-06-01")
                        .put("name", "[" + name + "]")
                        .put(
                                "properties",
                                JsonObject.builder()
                                        .put("displayName", Names.plain(displayName()))
                                        .put("description", plain("description"))
                                        .put(
                                                "policyDefinitionId",
                                                "[parameters('policyDefinitionId')]")
                                        .put("parameters", "[parameters('policyParameters')]")
                                        .build())
                        .build();
        JsonObject outputs =
                JsonObject.builder()
                        .put(ArtifactOutputs.POLICY_ID, text("[" + id(POLICIES, name) + "]"))
                        .put(ArtifactOutputs.POLICY_NAME, text("[" + name + "]"))
                        .put(
                                ArtifactOutputs.POLICY_DEFINITION,
                                text("[parameters('policyDefinitionId')]"))
                        .build();
        return template(
                JsonObject.of(
                        "policyDefinitionId", type("string"), "policyParameters", type("object")),
                resource,
                outputs);
    }

    private JsonObject template(JsonObject parameters, JsonObject resource, JsonObject outputs) {
        var template =
                JsonObject.builder()
                        .put("$schema", inGroup() ? GROUP_SCHEMA : SUBSCRIPTION_SCHEMA)
                        .put("contentVersion", "1.0.0.0")
                        .put("parameters", parameters)
                        .put("resources", new JsonArray(List.of(resource)));
        if (used) {
            template.put("outputs", outputs);
        }
        return template.build();
    }

    private boolean inGroup() {
        return artifact.group().isPresent();
    }

    private String scope() {
        return inGroup() ? "resourceGroup()" : "subscription()";
    }

    private String id(String type, String name) {
        String function = inGroup() ? "resourceId(" : "subscriptionResourceId(";
        return function + quoted(type) + ", " + name + ")";
    }

    private String displayName() {
        return artifact.properties()
                .text("displayName")
                .map(Node::characters)
                .orElseGet(artifact::name);
    }

    private Optional<Json> description() {
        return plain("description").or(() -> plain("displayName"));
    }

    private Optional<Json> plain(String member) {
        return artifact.properties()
                .text(member)
                .map(Node::characters)
                .filter(text -> !text.isEmpty())
                .map(Names::plain);
    }

    private static JsonObject type(String type) {
        return JsonObject.of("type", Json.of(type));
    }

    private static JsonObject text(String value) {
        return JsonObject.of("type", Json.of("string"), "value", Json.of(value));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
