package dev.belay.template.expansion;

import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;

import java.util.List;

/**
 * What Microsoft's engine answers for a template before its deployment ({@code bicep snapshot}).
 *
 * @param resources {@code {id, type, name, apiVersion, …}}, nested deployments' in their place;
 *     what only the deployment can know stands as {@code "[expression]"}
 * @param outputs values by name
 * @param warnings what was left out
 */
public record Prediction(
        List<JsonObject> resources, JsonObject outputs, List<Diagnostic> warnings) {

    /** What came of predicting. */
    public sealed interface Result {
        record Predicted(Prediction prediction) implements Result {}

        record Rejected(List<Diagnostic> diagnostics) implements Result {
            public Rejected {
                diagnostics = List.copyOf(diagnostics);
            }
        }
    }

    public Prediction {
        resources = List.copyOf(resources);
        warnings = List.copyOf(warnings);
    }
}
