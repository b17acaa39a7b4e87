package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.evaluation.Evaluator;
import dev.belay.template.syntax.Template;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

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
        try {
            var shared = new Shared(false, answers);
            TemplateResult result = root(template, parameters, context, shared).expand();
            Expanded expanded = ExpandedWriter.write(result);
            Set<RuntimeRead> reads = Wanted.reads(result, expanded);
            return answers.more() && !(reads.isEmpty() && shared.documents().isEmpty())
                    ? new ExpansionResult.Needs(reads, shared.documents())
                    : new ExpansionResult.Done(expanded);
        } catch (TemplateFault fault) {
            return new ExpansionResult.Rejected(List.of(Hints.on(fault.diagnostic())));
        }
    }

    /** Finishes a residual value just before the resource's PUT, or at the outputs. */
    public static Finished finish(Value value, DeploymentContext context, Answers answers) {
        try {
            var shared = new Shared(false, answers);
            Target target = Target.of(context.scope());
            var place =
                    new FinishPlace(
                            Scopes.of(
                                    context,
                                    target.kind(),
                                    Scopes.deployment(context, Json.object(), false),
                                    false),
                            shared,
                            false);
            Value finished = Evaluator.finish(value, place);
            if (finished.isFinished()) {
                return new Finished.Ready(finished.known().orElseThrow(), finished);
            }
            return shared.reads().isEmpty()
                    ? new Finished.Rejected(List.of(never(finished)))
                    : new Finished.Needs(shared.reads());
        } catch (TemplateFault fault) {
            return new Finished.Rejected(List.of(fault.diagnostic()));
        }
    }

    /** What Microsoft's engine answers before a deployment. */
    public static Prediction.Result predict(
            Template template, SequencedMap<String, Json> parameters, DeploymentContext context) {
        try {
            var shared = new Shared(true, Answers.unavailable());
            TemplateResult result = root(template, parameters, context, shared).expand();
            return new Prediction.Result.Predicted(PredictionWriter.write(result));
        } catch (TemplateFault fault) {
            return new Prediction.Result.Rejected(List.of(Hints.on(fault.diagnostic())));
        }
    }

    private static TemplateRun root(
            Template template,
            SequencedMap<String, Json> parameters,
            DeploymentContext context,
            Shared shared) {
        Target target = Target.of(context.scope());
        JsonObject json = template.json();
        return new TemplateRun(
                template,
                context,
                target,
                Scopes.of(
                        context,
                        target.kind(),
                        Scopes.deployment(context, json, shared.predicting()),
                        shared.predicting()),
                values(parameters),
                Map.of(),
                shared,
                0);
    }

    private static SequencedMap<String, Value> values(SequencedMap<String, Json> parameters) {
        var values = new LinkedHashMap<String, Value>();
        parameters.forEach((name, json) -> values.put(name, Value.of(json)));
        return values;
    }

    private static Diagnostic never(Value value) {
        return Diagnostic.invalidTemplate(
                "The expression '"
                        + value.shown().toText()
                        + "' cannot be evaluated by this deployment.");
    }
}
