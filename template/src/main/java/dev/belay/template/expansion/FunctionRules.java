package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;
import dev.belay.template.catalog.Functions;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.expression.TextKind;
import dev.belay.template.ordering.Cycles;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.Template.FunctionDeclaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What is refused in user-defined functions, whether they are called or not. Evidence: engine. */
record FunctionRules(TemplateRun run, Predicate<String> defined) {

    private static final String LINK =
            " Please see https://aka.ms/arm-syntax-functions for usage details.";

    private static final Set<String> FORBIDDEN =
            Set.of(
                    "reference",
                    "references",
                    "resourceinfo",
                    "copyindex",
                    "utcnow",
                    "newguid",
                    "listoutputswithsecurevalues",
                    "tologicalzone",
                    "tologicalzones",
                    "tophysicalzone",
                    "tophysicalzones");

    void check() {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        for (FunctionDeclaration declaration : run.template().functions()) {
            List<String> forbidden = new ArrayList<>();
            List<String> others = new ArrayList<>();
            each(
                    declaration.json(),
                    call -> {
                        if (forbidden(call)) {
                            forbidden.add(call.name());
                        } else if (defined.test(call.name())) {
                            others.add(call.name().toLowerCase(Locale.ROOT));
                        }
                    });
            calls.put(qualified(declaration).toLowerCase(Locale.ROOT), others);
            if (!forbidden.isEmpty()) {
                throw fault(
                        declaration.name(),
                        declaration.pointer().child("output"),
                        "These function calls are not supported in a function definition: '"
                                + String.join(", ", forbidden.stream().distinct().toList())
                                + "'.");
            }
        }
        refuseCircles(calls);
    }

    private boolean forbidden(Call call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0
                && (FORBIDDEN.contains(name)
                        || (name.startsWith("list") && Functions.find(name).isEmpty())
                        || (!name.equals("lambda") && Functions.find(name).isEmpty()));
    }

    private void refuseCircles(Map<String, List<String>> calls) {
        Optional<List<String>> circle =
                Cycles.first(calls.keySet(), name -> calls.getOrDefault(name, List.of()));
        if (circle.isPresent()) {
            FunctionDeclaration first = declaration(circle.get().getFirst());
            throw fault(
                    qualified(first),
                    first.pointer(),
                    "Recursion is not supported in user-defined functions. Detected a cycle ("
                            + String.join(
                                    " -> ",
                                    circle.get().stream()
                                            .map(name -> qualified(declaration(name)))
                                            .toList())
                            + ").");
        }
    }

    private FunctionDeclaration declaration(String folded) {
        return run.template().functions().stream()
                .filter(d -> qualified(d).equalsIgnoreCase(folded))
                .findFirst()
                .orElseThrow();
    }

    private TemplateFault fault(String name, JsonPointer pointer, String sentence) {
        Source source = run.template().source();
        return Wrapping.of(
                "The template function '"
                        + name
                        + "'"
                        + Wrapping.at(source.at(pointer))
                        + " is not valid. "
                        + sentence
                        + LINK,
                source,
                pointer);
    }

    private static String qualified(FunctionDeclaration declaration) {
        return declaration.namespace() + "." + declaration.name();
    }

    private static void each(JsonObject declaration, Consumer<Call> visitor) {
        each(
                declaration
                        .find("output")
                        .flatMap(Json::asObject)
                        .flatMap(output -> output.find("value"))
                        .orElse(Json.nullValue()),
                visitor);
    }

    private static void each(Json json, Consumer<Call> visitor) {
        switch (json) {
            case JsonString(var text) -> {
                if (TextKind.isExpression(text)) {
                    ExpressionParser.parse(TextKind.inside(text)).eachCall(visitor);
                }
            }
            case JsonArray(var items) -> items.forEach(item -> each(item, visitor));
            case JsonObject(var members) ->
                    members.forEach(
                            (name, value) -> {
                                each(Json.of(name), visitor);
                                each(value, visitor);
                            });
            default -> {}
        }
    }
}
