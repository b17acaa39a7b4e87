package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.template.value.Value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The nested and linked deployments of a template, each expanded once and when first asked for. */
final class NestedExpansion {

    /** Deepest nesting of deployments; ARM publishes no number (inferred: that of its JSON). */
    static final int DEEPEST = 64;

    private final TemplateRun run;
    private final Map<Instance, Nested> made = new HashMap<>();
    private final Set<Instance> open = new HashSet<>();

    NestedExpansion(TemplateRun run) {
        this.run = run;
    }

    /**
     * @param template inline template; as written where inner
     * @param result absent where the template is not at hand
     */
    record Nested(
            DeploymentContext context,
            boolean inner,
            Optional<Value> template,
            Optional<DocumentRef> link,
            Value parameters,
            Optional<TemplateResult> result) {}

    Nested of(Instance instance) {
        Nested known = made.get(instance);
        if (known == null) {
            open.add(instance);
            known = new NestedTemplate(run, instance).expanded();
            open.remove(instance);
            made.put(instance, known);
        }
        return known;
    }

    /** What {@code reference(name)} of the deployment yields before it runs. */
    Optional<Value> answer(Instance instance) {
        if (open.contains(instance) || !instance.shown()) {
            return Optional.empty();
        }
        Optional<TemplateResult> result = of(instance).result();
        if (result.isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<String, Value> answer = new LinkedHashMap<>();
        instance.body()
                .asMembers()
                .map(members -> members.get("properties"))
                .flatMap(Value::asMembers)
                .ifPresent(answer::putAll);
        if (!result.get().outputs().isEmpty()) {
            answer.put("outputs", outputs(result.get().outputs()));
        }
        return Optional.of(Value.object(answer));
    }

    private static Value outputs(SequencedMap<String, ExpandedOutput> outputs) {
        SequencedMap<String, Value> all = new LinkedHashMap<>();
        outputs.forEach(
                (name, output) -> {
                    SequencedMap<String, Value> one = new LinkedHashMap<>();
                    one.put("type", Value.of(output.type()));
                    one.put("value", output.value());
                    all.put(name, Value.object(one));
                });
        return Value.object(all);
    }

    /** Reads a nested template and expands it. */
    static TemplateResult expand(
            JsonObject json,
            Source source,
            SequencedMap<String, Value> given,
            Map<String, Value> carried,
            DeploymentContext context,
            Target target,
            TemplateRun parent) {
        if (parent.depth() >= DEEPEST) {
            throw TemplateFault.of("Deployments are nested deeper than " + DEEPEST + " levels.");
        }
        Template template =
                switch (TemplateReader.nested(json, source)) {
                    case Reading.Read(Template read) -> read;
                    case Reading.Refused(var diagnostics) ->
                            throw new TemplateFault(diagnostics.getFirst());
                };
        Shared shared = parent.shared();
        Value deployment =
                shared.predicting()
                        ? Scopes.nestedDeployment(context, json)
                        : Scopes.deployment(context, json, false);
        return new TemplateRun(
                        template,
                        context,
                        target,
                        Scopes.of(context, target.kind(), deployment, shared.predicting()),
                        given,
                        carried,
                        shared,
                        parent.depth() + 1)
                .expand();
    }

    static TemplateFault fault(String message, Instance instance, TemplateRun run) {
        return Wrapping.of(message, run.template().source(), instance.pointer());
    }

    static Diagnostic shortCircuited(Instance instance, TemplateRun run, String why) {
        String id = Target.text(instance.identity().id()).orElse("");
        return Diagnostic.of(
                        "NestedDeploymentShortCircuited",
                        "The nested deployment '"
                                + id
                                + "'"
                                + Wrapping.at(run.template().source().at(instance.pointer()))
                                + " could not be expanded because "
                                + why)
                .in(JsonPointer.ROOT.child("resources").toString());
    }

    static Optional<JsonObject> object(Optional<Json> json) {
        return json.flatMap(Json::asObject);
    }
}
