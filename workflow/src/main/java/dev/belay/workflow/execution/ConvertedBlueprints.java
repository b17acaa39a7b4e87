package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.workflow.blueprint.BlueprintConversion;
import dev.belay.workflow.blueprint.BlueprintSource;
import dev.belay.workflow.blueprint.Conversion;
import dev.belay.workflow.blueprint.ConversionOptions;
import dev.belay.workflow.definition.Content;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.source.Fetched;
import dev.belay.workflow.source.ParameterValues;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Blueprints of a workflow, converted to templates when they are deployed. */
public final class ConvertedBlueprints implements Blueprints {

    /** Values that an assignment lacks may be a provisioner's. */
    private static final ConversionOptions OPTIONS = new ConversionOptions(false, true);

    /** Everything that is wrong with the blueprints of a workflow. */
    public static List<Problem> problems(Workflow workflow, Files files) {
        return workflow.provisioners().values().stream()
                .map(Provisioner::content)
                .filter(Content.FromBlueprint.class::isInstance)
                .map(Content.FromBlueprint.class::cast)
                .distinct()
                .flatMap(
                        blueprint ->
                                convert(blueprint, files) instanceof Conversion.Wrong(var problems)
                                        ? problems.stream()
                                        : Stream.empty())
                .distinct()
                .toList();
    }

    @Override
    public Contents.Loaded load(
            Content.FromBlueprint blueprint, Provisioner provisioner, Files files, Values values) {
        return switch (convert(blueprint, files)) {
            case Conversion.Wrong(var problems) ->
                    refused(
                            "BlueprintWrong",
                            String.join(" ", problems.stream().map(Problem::toString).toList()));
            case Conversion.Converted converted ->
                    switch (ParameterValues.of(provisioner.parameters(), files, values)) {
                        case ParameterValues.Result.Missing(Fetched.Unavailable why) ->
                                refused("ParametersUnavailable", why.message());
                        case ParameterValues.Result.Complete(var parameters, var secret) ->
                                new Contents.Loaded.Ready(
                                        JsonWriter.pretty(converted.template()),
                                        over(converted.parameters(), parameters),
                                        secret,
                                        Optional.empty());
                    };
        };
    }

    private static Conversion convert(Content.FromBlueprint blueprint, Files files) {
        return switch (BlueprintSource.read(blueprint.folder(), blueprint.assignment(), files)) {
            case BlueprintSource.Result.Wrong(var problems) -> new Conversion.Wrong(problems);
            case BlueprintSource.Result.Found(var source) ->
                    BlueprintConversion.convert(source, OPTIONS);
        };
    }

    /** The assignment's values, and instead of them the provisioner's. */
    private static JsonObject over(JsonObject assigned, JsonObject provisioned) {
        var all = JsonObject.builder();
        for (Map.Entry<String, Json> each : assigned.members().entrySet()) {
            if (provisioned.find(each.getKey()).isEmpty()) {
                all.put(each.getKey(), each.getValue());
            }
        }
        return all.putAll(provisioned.members()).build();
    }

    private static Contents.Loaded refused(String code, String message) {
        return new Contents.Loaded.Refused(ArmError.of(code, message));
    }
}
