package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionParser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what expressions take from a run. */
final class References {

    private References() {}

    /** In all texts of a value; an expression that cannot be read has none. */
    static List<Reference> in(Json json) {
        var found = new ArrayList<Reference>();
        collect(json, found);
        return List.copyOf(found);
    }

    private static void collect(Json json, List<Reference> found) {
        switch (json) {
            case JsonString(var text) -> collect(text, found);
            case JsonArray(var items) -> items.forEach(item -> collect(item, found));
            case JsonObject(var members) ->
                    members.values().forEach(member -> collect(member, found));
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }

    private static void collect(String text, List<Reference> found) {
        try {
            for (TextPart part : TextPart.of(text)) {
                if (part instanceof TextPart.Embedded(var expression, _)) {
                    found.addAll(in(ExpressionParser.parse(expression)));
                }
            }
        } catch (TemplateFault _) {
            // The reader has refused the file for it; here there is nothing to find.
        }
    }

    static List<Reference> in(Expression expression) {
        var found = new ArrayList<Reference>();
        collect(expression, Optional.empty(), found);
        return found;
    }

    /**
     * @param path the properties that are taken of this expression's value, outermost last
     */
    private static void collect(Expression expression, Optional<Path> path, List<Reference> found) {
        switch (expression) {
            case StringLiteral _, IntegerLiteral _ -> {}
            case Property(var base, var name) ->
                    collect(base, Optional.of(new Path(name, path)), found);
            case Index(var base, var index) -> {
                collect(base, Optional.empty(), found);
                collect(index, Optional.empty(), found);
            }
            case Call call -> {
                reference(call, path).ifPresent(found::add);
                call.arguments().forEach(argument -> collect(argument, Optional.empty(), found));
            }
            case Carried(_, var shown) -> collect(shown, path, found);
        }
    }

    private record Path(String name, Optional<Path> next) {

        /** The name after {@code outputs}. */
        Optional<String> output() {
            return name.equalsIgnoreCase("outputs") ? next.map(Path::name) : Optional.empty();
        }
    }

    private static Optional<Reference> reference(Call call, Optional<Path> path) {
        if (call.isTo(WorkflowFunctions.RUN)) {
            return Optional.of(new Reference.ToRun());
        }
        if (call.arguments().size() != 1
                || !(call.arguments().getFirst() instanceof StringLiteral(var name))) {
            return Optional.empty();
        }
        if (call.isTo(WorkflowFunctions.INPUTS)) {
            return Optional.of(new Reference.ToInput(name));
        }
        Optional<String> output = path.flatMap(Path::output);
        if (call.isTo(WorkflowFunctions.PROVISIONERS)) {
            return Optional.of(new Reference.ToProvisioner(name, output));
        }
        return call.isTo(WorkflowFunctions.STEPS)
                ? Optional.of(new Reference.ToStep(name, output))
                : Optional.empty();
    }
}
