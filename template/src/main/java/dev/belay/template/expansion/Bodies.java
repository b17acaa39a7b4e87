package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.evaluation.Evaluator;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Evaluates values of a template: expressions in texts and names, and {@code copy} inside. */
record Bodies(Place place) {

    Value value(Json json, JsonPointer at) {
        return switch (json) {
            case JsonString(var text) -> text(text);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> Value.of(json);
            case JsonArray(var items) -> {
                var values = new ArrayList<Value>(items.size());
                for (int i = 0; i < items.size(); i++) {
                    values.add(value(items.get(i), at.child(i)));
                }
                yield Value.array(values);
            }
            case JsonObject(var members) -> Value.object(members(members, at));
        };
    }

    Value text(String text) {
        Value carried = place.run().carried().get(text);
        return carried == null
                ? Evaluator.evaluateText(text, place)
                : Evaluator.finish(carried, place);
    }

    private SequencedMap<String, Value> members(
            SequencedMap<String, Json> members, JsonPointer at) {
        var values = new LinkedHashMap<String, Value>();
        for (Map.Entry<String, Json> member : members.entrySet()) {
            String name = member.getKey();
            if (name.equalsIgnoreCase("copy")
                    && member.getValue() instanceof JsonArray copies
                    && isLoops(copies)) {
                copies(copies, at.child(name), values);
            } else {
                put(
                        values,
                        Evaluator.evaluateName(name, place),
                        value(member.getValue(), at.child(name)));
            }
        }
        return values;
    }

    // Without input or count it is a member like any other.
    private static boolean isLoops(JsonArray copies) {
        return copies.stream()
                .allMatch(
                        copy ->
                                copy instanceof JsonObject object
                                        && object.find("name").isPresent()
                                        && object.find("input").isPresent());
    }

    private static void put(SequencedMap<String, Value> values, String name, Value value) {
        if (values.putIfAbsent(name, value) != null) {
            throw TemplateFault.of(
                    "Property with name '" + name + "' already exists in the current JSON object.");
        }
    }

    void copies(JsonArray copies, JsonPointer at, SequencedMap<String, Value> values) {
        for (int i = 0; i < copies.size(); i++) {
            if (copies.get(i) instanceof JsonObject copy) {
                JsonPointer here = at.child(i);
                String name = CopyRules.name(copy, place);
                put(values, name, copy(copy, name, here));
            }
        }
    }

    /** The array that one {@code {name, count, input}} makes. */
    Value copy(JsonObject copy, String name, JsonPointer at) {
        Json input = copy.find("input").orElse(Json.nullValue());
        CopyRules.refuseNested(input, place, at);
        long count = new CopyRules(place, copy, at).count();
        List<Value> items = new ArrayList<>();
        JsonPointer below = at.child(copy.nameOf("input").orElse("input"));
        for (long index = 0; index < count; index++) {
            items.add(new Bodies(place.in(name, index, false)).value(input, below));
        }
        return Value.array(items);
    }
}
