package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.template.syntax.Template;
import dev.belay.template.value.Value;

import java.util.SequencedMap;

/** Expands templates: copies, conditions, nested and linked templates, to flat resources. */
public final class Expansion {

    private Expansion() {}

    /**
     * @param parameters name to value as given: literal data
     */
    public static ExpansionResult expand(
            Template template,
            SequencedMap<String, Json> parameters,
            DeploymentContext context,
            Answers answers) {
        throw new IllegalStateException("not built yet");
    }

    /** Finishes a residual value just before the resource's PUT, or at the outputs. */
    public static Finished finish(Value value, DeploymentContext context, Answers answers) {
        throw new IllegalStateException("not built yet");
    }

    /** What Microsoft's engine answers before a deployment. */
    public static Prediction.Result predict(
            Template template, SequencedMap<String, Json> parameters, DeploymentContext context) {
        throw new IllegalStateException("not built yet");
    }
}
