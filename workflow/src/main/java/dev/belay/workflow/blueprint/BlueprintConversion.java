package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * Converts a blueprint folder to one ARM template: resource groups, and a nested deployment for
 * every artifact, each waiting for the one before it.
 */
public final class BlueprintConversion {

    private BlueprintConversion() {}

    /** Everything that is wrong with the files is told at once. */
    public static Conversion convert(BlueprintSource source, ConversionOptions options) {
        var findings = new Findings();
        Optional<Blueprint> read = new BlueprintReader(source, findings).read();
        Optional<Node> assigned =
                source.assignment()
                        .flatMap(file -> Document.read(file.file(), file.text(), findings));
        return read.map(blueprint -> convert(blueprint, assigned, options, findings))
                .orElseGet(() -> new Conversion.Wrong(findings.problems()));
    }

    private static Conversion convert(
            Blueprint blueprint,
            Optional<Node> assigned,
            ConversionOptions options,
            Findings findings) {
        OpenGroups open = OpenGroups.of(blueprint);
        Assignment assignment =
                assigned.map(root -> Assignment.read(root, blueprint, open, options))
                        .orElse(Assignment.NONE);
        JsonObject template = new TemplateAssembly(blueprint, open).template();
        JsonObject parameters = JsonObject.builder().putAll(assignment.values()).build();
        if (blueprint.managementGroup()) {
            var upper = new ManagementGroupTemplate(blueprint, template);
            template = upper.template();
            parameters = upper.parameters(parameters, assignment.subscription());
        }
        return findings.problems().isEmpty()
                ? new Conversion.Converted(template, parameters, findings.notes())
                : new Conversion.Wrong(findings.problems());
    }

    /** A deployment below the one that it stands in, with its own parameters and expressions. */
    static JsonObject.Builder nested(Json name) {
        return JsonObject.builder()
                .put("type", Names.DEPLOYMENTS)
                .put("apiVersion", "2022-09-01")
                .put("name", name);
    }

    /** The properties of such a deployment. */
    static JsonObject properties(JsonObject parameters, JsonObject template) {
        return JsonObject.builder()
                .put("mode", "Incremental")
                .put("expressionEvaluationOptions", JsonObject.of("scope", Json.of("inner")))
                .put("parameters", parameters)
                .put("template", template)
                .build();
    }
}
