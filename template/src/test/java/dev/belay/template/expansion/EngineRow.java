package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.TemplateReader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One case whose answer was taken from Microsoft's engine.
 *
 * @param id what it is called in the report of misses
 * @param text the template as text
 * @param expected {@code {resources, outputs, diagnostics}} or {@code {error, errorType}}
 */
record EngineRow(
        String id,
        String scope,
        String text,
        JsonObject parameters,
        boolean nested,
        Json expected) {

    /** The engine stumbled: only that the template is refused counts. */
    private static final Set<String> STUMBLES =
            Set.of(
                    "NullReferenceException",
                    "ArgumentNullException",
                    "ArgumentException",
                    "OverflowException",
                    "NotSupportedException",
                    "JsonSerializationException");

    /** Empty if we answer as the engine does, else what differs. */
    Optional<String> difference() {
        return switch (answer()) {
            case Prediction.Result.Rejected(var diagnostics) -> rejected(diagnostics.getFirst());
            case Prediction.Result.Predicted(var prediction) -> predicted(prediction);
        };
    }

    Prediction.Result answer() {
        String whole = nested ? wrapped() : text;
        return switch (TemplateReader.read(whole)) {
            case Reading.Refused(var diagnostics) -> new Prediction.Result.Rejected(diagnostics);
            case Reading.Read(var template) ->
                    Expansion.predict(
                            template,
                            nested ? new LinkedHashMap<>() : parameters.members(),
                            EngineWorld.context(scope));
        };
    }

    private String wrapped() {
        var given = JsonObject.builder();
        parameters
                .members()
                .forEach((name, value) -> given.put(name, JsonObject.of("value", value)));
        String location = scope.equals("rg") ? "" : "\"location\": \"westus\", ";
        return "{\"$schema\": \"https://schema.management.azure.com/schemas/"
                + EngineWorld.schema(scope)
                + "#\", \"contentVersion\": \"1.0.0.0\", \"resources\": [{\"type\":"
                + " \"Microsoft.Resources/deployments\", \"apiVersion\": \"2022-09-01\","
                + " \"name\": \"dep\", "
                + location
                + "\"properties\": {\"mode\": \"Incremental\","
                + " \"expressionEvaluationOptions\": {\"scope\": \"inner\"}, \"template\": "
                + text.replace("\uFEFF", "")
                + ", \"parameters\": "
                + PythonJson.dumps(given.build())
                + "}}]}";
    }

    private Optional<String> rejected(Diagnostic diagnostic) {
        Optional<String> error = expected.textAt("/error");
        if (error.isEmpty()) {
            return Optional.of("refused: " + diagnostic.message());
        }
        boolean stumbled = expected.textAt("/errorType").filter(STUMBLES::contains).isPresent();
        return stumbled || error.get().equals(diagnostic.message())
                ? Optional.empty()
                : Optional.of("says:    " + diagnostic.message() + "\n    engine:  " + error.get());
    }

    private Optional<String> predicted(Prediction prediction) {
        Optional<String> error = expected.textAt("/error");
        if (error.isPresent()) {
            return Optional.of("passes; engine: " + error.get());
        }
        Json resources = new JsonArray(new ArrayList<Json>(prediction.resources()));
        Json wanted = expected.at("/resources").orElseThrow();
        if (!resources.equals(wanted)) {
            return Optional.of(firstDifference(prediction.resources(), wanted));
        }
        Json outputs = expected.at("/outputs").orElseThrow();
        return prediction.outputs().equals(outputs)
                ? Optional.empty()
                : Optional.of(
                        "outputs: "
                                + prediction.outputs().toText()
                                + "\n    engine:  "
                                + outputs.toText());
    }

    private static String firstDifference(List<JsonObject> ours, Json wanted) {
        List<Json> theirs = wanted.asArray().orElseThrow().items();
        if (ours.size() != theirs.size()) {
            return "resources: " + ours.size() + ", engine: " + theirs.size();
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                return "resource "
                        + i
                        + ": "
                        + ours.get(i).toText()
                        + "\n    engine:  "
                        + theirs.get(i).toText();
            }
        }
        return "equal";
    }
}
