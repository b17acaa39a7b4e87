package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.Diagnostic.Span;
import dev.belay.template.expression.TextKind;
import dev.belay.template.ordering.Cycles;
import dev.belay.template.syntax.Template;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What only the service checks before it starts a deployment, and Microsoft's engine does not:
 * resources defined twice, dependencies on what is not there, circles, limits. The texts are the
 * inner ones; the service puts them under {@code Deployment template validation failed: '...'.}.
 *
 * <p>Evidence: answers of the live service ({@code errors.json}), documented limits.
 */
public final class Preflight {

    /** Most resources of one template, copies counted (live service). */
    static final int RESOURCES = 800;

    /** Longest expression (documented). */
    static final int EXPRESSION = 24_576;

    private static final String LINK =
            " Please see https://aka.ms/arm-syntax-resources for usage details.";

    private final List<Diagnostic> found = new ArrayList<>();

    private Preflight() {}

    /** Empty if the service would start; the first is the one that ARM reports. */
    public static List<Diagnostic> check(Template template, Expanded expanded) {
        var preflight = new Preflight();
        preflight.expressions(template);
        preflight.resources(expanded);
        return List.copyOf(preflight.found);
    }

    private void resources(Expanded expanded) {
        long count = expanded.resources().stream().filter(each -> !each.existing()).count();
        if (count > RESOURCES) {
            found.add(
                    Diagnostic.invalidTemplate(
                                    "The number of template resources limit exceeded. Limit: '"
                                            + RESOURCES
                                            + "' and actual: '"
                                            + count
                                            + "'")
                            .hinting("Move some of them into nested deployments."));
        }
        duplicates(expanded);
        found.addAll(expanded.unresolved());
        circle(expanded);
        for (ExpandedResource resource : expanded.resources()) {
            resource.nested().ifPresent(nested -> nested(resource, nested));
        }
    }

    private void duplicates(Expanded expanded) {
        Set<ResourceId> seen = new HashSet<>();
        for (ExpandedResource resource : expanded.resources()) {
            if (!resource.existing() && !seen.add(resource.id())) {
                found.add(
                        placed(
                                resource,
                                "The resource '"
                                        + shown(resource.id())
                                        + "'"
                                        + Wrapping.at(resource.position())
                                        + " is defined multiple times in a template."
                                        + LINK,
                                "Give each its own name, in a loop by copyIndex()."));
            }
        }
    }

    private void circle(Expanded expanded) {
        Map<ResourceId, List<ResourceId>> needs = new LinkedHashMap<>();
        expanded.resources().forEach(each -> needs.put(each.id(), each.dependsOn()));
        Optional<List<ResourceId>> circle =
                Cycles.first(needs.keySet(), id -> needs.getOrDefault(id, List.of()));
        circle.ifPresent(
                ids ->
                        found.add(
                                placed(
                                        resource(expanded, ids.getFirst()),
                                        "Circular dependency detected on resource: '"
                                                + ids.getFirst()
                                                + "'."
                                                + LINK,
                                        "These wait for each other: "
                                                + String.join(
                                                        " -> ",
                                                        ids.stream().map(Preflight::shown).toList())
                                                + ". Break the circle by leaving out one dependsOn"
                                                + " or reference.")));
    }

    private static ExpandedResource resource(Expanded expanded, ResourceId id) {
        return expanded.resources().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void nested(ExpandedResource resource, NestedDeployment nested) {
        boolean complete =
                resource.body()
                        .asMembers()
                        .flatMap(members -> NestedTemplate.member(members, "properties"))
                        .flatMap(Value::asMembers)
                        .flatMap(members -> NestedTemplate.member(members, "mode"))
                        .flatMap(Target::text)
                        .filter("Complete"::equalsIgnoreCase)
                        .isPresent();
        if (complete) {
            found.add(
                    placed(
                            resource,
                            "Only deployment mode 'Incremental' is supported for nested deployment"
                                    + " '"
                                    + resource.id().name()
                                    + "'.",
                            "Set 'mode' to 'Incremental'."));
        }
        nested.expanded().ifPresent(this::resources);
    }

    private void expressions(Template template) {
        longest(template.json(), JsonPointer.ROOT)
                .ifPresent(
                        place ->
                                found.add(
                                        template.source()
                                                .near(place.pointer())
                                                .map(place.diagnostic()::at)
                                                .orElse(place.diagnostic())));
    }

    private record TooLong(JsonPointer pointer, Diagnostic diagnostic) {}

    private static Optional<TooLong> longest(Json json, JsonPointer at) {
        return switch (json) {
            case JsonString(var text) -> tooLong(text, at);
            case JsonArray(var items) -> {
                Optional<TooLong> first = Optional.empty();
                for (int i = 0; i < items.size() && first.isEmpty(); i++) {
                    first = longest(items.get(i), at.child(i));
                }
                yield first;
            }
            case JsonObject(var members) -> {
                Optional<TooLong> first = Optional.empty();
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    if (first.isEmpty()) {
                        first = longest(member.getValue(), at.child(member.getKey()));
                    }
                }
                yield first;
            }
            default -> Optional.empty();
        };
    }

    private static Optional<TooLong> tooLong(String text, JsonPointer at) {
        if (text.length() <= EXPRESSION || !TextKind.isExpression(text)) {
            return Optional.empty();
        }
        return Optional.of(
                new TooLong(
                        at,
                        Diagnostic.invalidTemplate(
                                        "The language expression length limit exceeded. Limit: '"
                                                + EXPRESSION
                                                + "' and actual: '"
                                                + text.length()
                                                + "'.")
                                .in(at.toString())
                                .hinting("Put parts of it into variables.")));
    }

    private static Diagnostic placed(ExpandedResource resource, String message, String hint) {
        Diagnostic diagnostic = Diagnostic.invalidTemplate(message).hinting(hint);
        Optional<Span> span = resource.position();
        return span.map(diagnostic::at).orElse(diagnostic);
    }

    private static String shown(ResourceId id) {
        return id.type() + "/" + id.fullName();
    }
}
