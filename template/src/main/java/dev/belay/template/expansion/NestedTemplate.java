package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expansion.NestedExpansion.Nested;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.template.value.ScopeKind;
import dev.belay.template.value.Value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Expands the template of one deployment resource: inline, inner or outer, or linked. */
final class NestedTemplate {

    private static final String MODULE = " Please see https://aka.ms/arm-module for usage details.";

    private final TemplateRun run;
    private final Instance instance;
    private final SequencedMap<String, Value> properties;
    private final Target target;

    NestedTemplate(TemplateRun run, Instance instance) {
        this.run = run;
        this.instance = instance;
        this.properties =
                instance.body()
                        .asMembers()
                        .flatMap(members -> member(members, "properties"))
                        .flatMap(Value::asMembers)
                        .orElseGet(LinkedHashMap::new);
        this.target = instance.deploymentTarget().orElse(run.target());
    }

    Nested expanded() {
        checkLocation();
        DeploymentContext context = NestedContext.of(run, instance, target);
        Optional<Value> template = member(properties, "template").filter(v -> !v.isNull());
        Optional<Value> link = member(properties, "templateLink").filter(v -> !v.isNull());
        Value parameters = member(properties, "parameters").orElse(Value.of(Json.object()));
        if (template.isPresent() && link.isPresent()) {
            throw NestedExpansion.fault(
                    "The deployment '"
                            + name()
                            + "' cannot have both the TemplateLink and Template property set."
                            + " Please use one or the other."
                            + MODULE,
                    instance,
                    run);
        }
        if (template.isEmpty() && link.isEmpty()) {
            throw NestedExpansion.fault(
                    "The deployment '"
                            + name()
                            + "' must have either the TemplateLink or Template property set."
                            + MODULE,
                    instance,
                    run);
        }
        return template.isPresent()
                ? inline(context, template.get(), parameters)
                : linked(context, link, parameters);
    }

    private Nested inline(DeploymentContext context, Value template, Value parameters) {
        JsonPointer at = instance.pointer().child(spelled("properties")).child("template");
        Source source = run.template().source().below(at);
        Map<String, Value> carried = new HashMap<>();
        Json json = carry(template, carried);
        Optional<TemplateResult> result = Optional.empty();
        if (json instanceof JsonObject object) {
            result =
                    Optional.of(
                            NestedExpansion.expand(
                                    object,
                                    source,
                                    given(parameters, object),
                                    carried,
                                    context,
                                    target,
                                    run));
        } else {
            warn("its template is not known before the deployment.");
        }
        return new Nested(
                context, isInner(), Optional.of(template), Optional.empty(), parameters, result);
    }

    private Nested linked(DeploymentContext context, Optional<Value> link, Value parameters) {
        Optional<DocumentRef> reference = link.flatMap(this::reference);
        Optional<String> text = reference.flatMap(run.shared()::document);
        Optional<TemplateResult> result = Optional.empty();
        if (text.isPresent()) {
            result =
                    switch (TemplateReader.read(text.get())) {
                        case Reading.Refused(var diagnostics) ->
                                throw new TemplateFault(diagnostics.getFirst());
                        case Reading.Read(var template) ->
                                Optional.of(
                                        NestedExpansion.expand(
                                                template.json(),
                                                template.source(),
                                                given(parameters, template.json()),
                                                Map.of(),
                                                context,
                                                target,
                                                run));
                    };
        } else {
            warn("the template is linked and not at hand.");
        }
        return new Nested(context, true, Optional.empty(), reference, parameters, result);
    }

    private Optional<DocumentRef> reference(Value link) {
        SequencedMap<String, Value> members = link.asMembers().orElseGet(LinkedHashMap::new);
        Optional<DocumentRef> uri =
                text(members, "uri")
                        .map(
                                address ->
                                        new DocumentRef.Uri(
                                                address
                                                        + text(members, "queryString")
                                                                .map(query -> "?" + query)
                                                                .orElse("")));
        Optional<DocumentRef> reference =
                uri.or(() -> text(members, "id").map(DocumentRef.TemplateSpec::new))
                        .or(() -> relative(members));
        boolean unknown = members.values().stream().anyMatch(value -> !value.isFinished());
        if (reference.isEmpty() && !unknown) {
            throw NestedExpansion.fault(
                    "The deployment '"
                            + name()
                            + "' must specify either the TemplateLink Uri or TemplateLink Id"
                            + " property."
                            + MODULE,
                    instance,
                    run);
        }
        return reference;
    }

    // Microsoft's engine does not know relative paths: the service does.
    private Optional<DocumentRef> relative(SequencedMap<String, Value> members) {
        return run.shared().predicting()
                ? Optional.empty()
                : text(members, "relativePath").map(DocumentRef.Relative::new);
    }

    /** The parameters by name; what only the deployment can know is deferred. */
    private SequencedMap<String, Value> given(Value parameters, JsonObject template) {
        SequencedMap<String, Value> given = new LinkedHashMap<>();
        if (parameters.isDeferred()) {
            NestedExpansion.object(template.find("parameters"))
                    .ifPresent(
                            declared ->
                                    declared.members()
                                            .keySet()
                                            .forEach(name -> given.put(name, unknown())));
        }
        parameters
                .asMembers()
                .ifPresent(
                        members ->
                                members.forEach(
                                        (name, value) ->
                                                NestedParameter.of(value)
                                                        .ifPresent(v -> given.put(name, v))));
        return given;
    }

    private static Value unknown() {
        return NestedParameter.UNKNOWN;
    }

    private void checkLocation() {
        boolean given =
                instance.declaration().member("location").filter(j -> !j.isNull()).isPresent();
        boolean group = target.kind() == ScopeKind.RESOURCE_GROUP;
        if (given == group) {
            String id = name();
            throw NestedExpansion.fault(
                    (group
                                    ? "The 'location' property is not allowed for '"
                                            + id
                                            + "' at resource group scope."
                                    : "The 'location' property must be specified for '" + id + "'.")
                            + " Please see https://aka.ms/arm-deployment-subscription for usage"
                            + " details.",
                    instance,
                    run);
        }
    }

    private boolean isInner() {
        return member(properties, "expressionEvaluationOptions")
                .flatMap(Value::asMembers)
                .flatMap(options -> text(options, "scope"))
                .filter("inner"::equalsIgnoreCase)
                .isPresent();
    }

    private void warn(String why) {
        run.shared().warnings().add(NestedExpansion.shortCircuited(instance, run, why));
    }

    private String name() {
        return Target.text(instance.identity().id())
                .orElseGet(() -> instance.identity().id().shown().asText().orElse(""));
    }

    private String spelled(String member) {
        return instance.declaration().json().nameOf(member).orElse(member);
    }

    /** A value as template text; what is no plain JSON stands there under a key. */
    static Json carry(Value value, Map<String, Value> carried) {
        return switch (value) {
            case Value.Known(Json json) -> json;
            case Value.ArrayOf(var items) ->
                    new JsonArray(items.stream().map(item -> carry(item, carried)).toList());
            case Value.ObjectOf(var members) -> {
                var json = JsonObject.builder();
                members.forEach((name, member) -> json.put(name, carry(member, carried)));
                yield json.build();
            }
            case Value.Deferred _, Value.Secure _ -> {
                // No text of a template can hold this key: JSON writes the character escaped.
                String key = "\u0000carried " + carried.size();
                carried.put(key, value);
                yield Json.of(key);
            }
        };
    }

    static Optional<Value> member(SequencedMap<String, Value> members, String name) {
        return members.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> text(SequencedMap<String, Value> members, String name) {
        return member(members, name).flatMap(Target::text).filter(text -> !text.isEmpty());
    }
}
