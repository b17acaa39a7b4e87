package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The template of an artifact, as a nested one. It is ARM's own but for one function: {@code
 * resourceGroups('PLACEHOLDER')} (documented: the quickstarts use it there), for which it gets a
 * parameter.
 */
final class TemplateBodies {

    private final Node template;

    /** Placeholder to parameter. */
    private final SequencedMap<String, String> groups = new LinkedHashMap<>();

    TemplateBodies(Node template) {
        this.template = template;
    }

    /** The template; ask for {@link #groups} afterwards. */
    JsonObject body() {
        JsonObject body = rewritten(template).asObject().orElseThrow();
        if (groups.isEmpty()) {
            return body;
        }
        var parameters = JsonObject.builder();
        body.find("parameters")
                .flatMap(Json::asObject)
                .ifPresent(declared -> parameters.putAll(declared.members()));
        groups.values()
                .forEach(name -> parameters.put(name, JsonObject.of("type", Json.of("object"))));
        return body.with(body.nameOf("parameters").orElse("parameters"), parameters.build());
    }

    /** The placeholders that it uses and the parameters that take their name and location. */
    Map<String, String> groups() {
        return groups;
    }

    private Json rewritten(Node node) {
        return switch (node.value()) {
            case JsonObject object -> {
                var members = JsonObject.builder();
                members.putAll(object.members());
                node.members().forEach(member -> members.put(member.key(), rewritten(member)));
                yield members.build();
            }
            case JsonArray _ -> new JsonArray(node.items().stream().map(this::rewritten).toList());
            case Json other -> other.asText().map(text -> text(text, node)).orElse(other);
        };
    }

    private Json text(String text, Node node) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.contains("resourcegroups(") && !lower.contains("artifacts(")) {
            return node.value();
        }
        Optional<Expression> parsed = Rewriting.parse(node);
        return parsed.map(expression -> Names.text(rewritten(expression, node)))
                .orElseGet(node::value);
    }

    private Expression rewritten(Expression expression, Node node) {
        return switch (expression) {
            case Call call when call.isTo("resourceGroups") ->
                    call.arguments().size() == 1
                                    && call.arguments().getFirst()
                                            instanceof StringLiteral(var placeholder)
                            ? Call.of("parameters", new StringLiteral(parameter(placeholder)))
                            : call;
            case Call call -> {
                if (call.isTo("artifacts")) {
                    node.wrong(
                            "'artifacts' cannot be used inside a template.",
                            "Give the output to a parameter of the template.");
                }
                yield new Call(
                        call.name(),
                        call.arguments().stream().map(each -> rewritten(each, node)).toList());
            }
            case Property(var base, var name) -> new Property(rewritten(base, node), name);
            case Index(var base, var index) ->
                    new Index(rewritten(base, node), rewritten(index, node));
            case Expression other -> other;
        };
    }

    private String parameter(String placeholder) {
        groups.putIfAbsent(placeholder, free("resourceGroup_" + placeholder));
        return groups.getOrDefault(placeholder, placeholder);
    }

    private String free(String name) {
        boolean taken =
                template.object("parameters").flatMap(node -> node.member(name)).isPresent();
        return taken ? free(name + "_") : name;
    }
}
