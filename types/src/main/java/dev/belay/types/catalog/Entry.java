package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the members of a catalog entry in its JSON form. */
record Entry(JsonObject json) {

    /** The members of an object member; an empty entry where it is absent. */
    Entry part(String name) {
        return new Entry(json.get(name).flatMap(Json::asObject).orElse(Json.object()));
    }

    List<Entry> parts(String name) {
        return json
                .get(name)
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of())
                .stream()
                .map(item -> new Entry(item.asObject().orElseThrow()))
                .toList();
    }

    Optional<String> text(String name) {
        return json.get(name).flatMap(Json::asText);
    }

    List<String> texts(String name) {
        return ShapeDecoder.texts(json, name);
    }

    List<ShapePath> paths(String name) {
        return texts(name).stream().map(ShapePath::new).toList();
    }

    Optional<Boolean> truth(String name) {
        return json.get(name).map(Json.of(true)::equals);
    }

    Optional<Supplier<Shape>> shape(String name, CatalogBlock block) {
        return json.get(name)
                .map(number -> Math.toIntExact(((JsonNumber) number).asLong().orElseThrow()))
                .map(number -> () -> block.shape(number));
    }

    /** All paths of all lists of an object member: rule to paths. */
    List<ShapePath> pathsOfAll(String name) {
        Entry rules = part(name);
        var all = new ArrayList<ShapePath>();
        for (String rule : rules.json().members().keySet()) {
            all.addAll(rules.paths(rule));
        }
        return all;
    }

    static <T> List<Fact<T>> facts(List<T> values, Origin origin) {
        return values.stream().map(value -> new Fact<>(value, origin)).toList();
    }

    static Action action(CatalogBlock block, Map.Entry<String, Json> named, Origin origin) {
        var entry = new Entry(named.getValue().asObject().orElseThrow());
        return new Action(
                named.getKey(),
                entry.text("apiVersion"),
                entry.shape("input", block),
                entry.shape("output", block),
                origin);
    }
}
