package dev.belay.template.type;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Marks the parts of a value that its type declares as secrets. */
public record SecureParts(Definitions definitions) {

    /** The value with every part of a secure type marked, at any depth. */
    public Value marked(JsonObject declaration, Value value) {
        JsonObject type = definitions.resolved(declaration);
        if (TypeName.of(type).map(TypeName::secure).orElse(false)) {
            return Value.secure(value);
        }
        Optional<SequencedMap<String, Value>> members = value.asMembers();
        if (members.isPresent()) {
            return object(type, members.get());
        }
        Optional<List<Value>> items = value.asItems();
        return items.isPresent() ? array(type, items.get()) : value;
    }

    private Value object(JsonObject type, SequencedMap<String, Value> members) {
        JsonObject properties =
                type.find("properties").flatMap(Json::asObject).orElse(Json.object());
        Optional<JsonObject> others = type.find("additionalProperties").flatMap(Json::asObject);
        SequencedMap<String, Value> marked = new LinkedHashMap<>();
        members.forEach(
                (name, member) ->
                        marked.put(
                                name,
                                properties
                                        .find(name)
                                        .flatMap(Json::asObject)
                                        .or(() -> others)
                                        .map(part -> marked(part, member))
                                        .orElse(member)));
        return Value.object(marked);
    }

    private Value array(JsonObject type, List<Value> items) {
        Optional<JsonObject> each = type.find("items").flatMap(Json::asObject);
        return each.isEmpty()
                ? Value.array(items)
                : Value.array(items.stream().map(item -> marked(each.get(), item)).toList());
    }
}
