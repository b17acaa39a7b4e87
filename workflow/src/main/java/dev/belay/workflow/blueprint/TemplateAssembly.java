package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.workflow.blueprint.Blueprint.Artifact;
import dev.belay.workflow.blueprint.Blueprint.Group;
import dev.belay.workflow.blueprint.Sequence.Part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the template at subscription scope together. */
final class TemplateAssembly {

    private final Blueprint blueprint;
    private final OpenGroups open;
    private final Rewriting rewriting;

    TemplateAssembly(Blueprint blueprint, OpenGroups open) {
        this.blueprint = blueprint;
        this.open = open;
        this.rewriting = new Rewriting(blueprint, open);
    }

    JsonObject template() {
        Map<String, ArtifactInput> inputs = new LinkedHashMap<>();
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (Artifact artifact : blueprint.artifacts().values()) {
            ArtifactInput input = ArtifactInput.of(artifact, blueprint, rewriting);
            inputs.put(artifact.name(), input);
            uses.put(artifact.name(), input.uses());
        }
        var resources = new ArrayList<Json>();
        Optional<Part> before = Optional.empty();
        for (Part part : Sequence.of(blueprint, uses)) {
            Optional<Json> dependsOn = before.map(this::dependsOn);
            resources.add(
                    switch (part) {
                        case Part.OfGroup(var group) -> group(group, dependsOn);
                        case Part.OfArtifact(var artifact) ->
                                deployment(
                                        artifact,
                                        Optional.ofNullable(inputs.get(artifact.name()))
                                                .orElseThrow(),
                                        uses.values().stream()
                                                .anyMatch(used -> used.contains(artifact.name())),
                                        dependsOn);
                    });
            before = Optional.of(part);
        }
        return JsonObject.builder()
                .put("$schema", AssignmentTemplates.SUBSCRIPTION_SCHEMA)
                .put("contentVersion", "1.0.0.0")
                .put("parameters", parameters())
                .put("resources", new JsonArray(resources))
                .build();
    }

    private JsonObject parameters() {
        var parameters = JsonObject.builder();
        blueprint.parameters().forEach((name, node) -> parameters.put(name, declaration(node)));
        return parameters.putAll(open.declarations().members()).build();
    }

    private JsonObject declaration(Node declared) {
        var declaration = JsonObject.builder();
        for (Node member : declared.members()) {
            declaration.put(
                    member.key(),
                    member.key().equalsIgnoreCase("defaultValue")
                            ? rewriting.of(member, Rewriting.Frame.DEFINITION)
                            : withoutNulls(member));
        }
        return declaration.build();
    }

    private static Json withoutNulls(Node node) {
        if (node.value().asObject().isEmpty()) {
            return node.value();
        }
        var members = JsonObject.builder();
        node.members().forEach(member -> members.put(member.key(), member.value()));
        return members.build();
    }

    private Json dependsOn(Part before) {
        var id =
                switch (before) {
                    case Part.OfGroup(var group) -> rewriting.id(group);
                    case Part.OfArtifact(var artifact) -> rewriting.id(artifact);
                };
        return new JsonArray(List.of(Names.text(id)));
    }

    private Json group(Group group, Optional<Json> dependsOn) {
        return JsonObject.builder()
                .put("type", Names.GROUPS)
                .put("apiVersion", "2021-04-01")
                .put("name", Names.text(rewriting.name(group)))
                .put("location", Names.text(rewriting.location(group)))
                .put(
                        "tags",
                        group.tags().map(tags -> rewriting.of(tags, Rewriting.Frame.DEFINITION)))
                .put("dependsOn", dependsOn)
                .build();
    }

    private Json deployment(
            Artifact artifact, ArtifactInput input, boolean used, Optional<Json> dependsOn) {
        var deployment =
                BlueprintConversion.nested(
                        Json.of(Names.deployment(blueprint.name(), artifact.name())));
        Optional<Group> group =
                artifact.group().flatMap(name -> Blueprint.find(blueprint.groups(), name));
        if (group.isPresent()) {
            deployment.put("resourceGroup", Names.text(rewriting.name(group.get())));
        } else {
            deployment.put("location", "[deployment().location]");
        }
        var templates = new AssignmentTemplates(blueprint.name(), artifact, used);
        JsonObject template =
                switch (artifact.kind()) {
                    case ROLE_ASSIGNMENT -> templates.role();
                    case POLICY_ASSIGNMENT -> templates.policy();
                    case TEMPLATE -> input.template();
                };
        return deployment
                .put("dependsOn", dependsOn)
                .put("properties", BlueprintConversion.properties(input.parameters(), template))
                .build();
    }
}
